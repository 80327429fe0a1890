package org.parley.gateway.token;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified access token.
 *
 * @param client the {@code client_id} of the program that uses it, if any
 * @param administrator whether it permits operations of administrators: the role and the
 * scope, without a proof of possession, which the gateway cannot check
 */
public record VerifiedAccessToken(String subject, @Nullable String session, @Nullable String client, int version,
		Instant expires, boolean administrator) {

	/** The {@code client_id} of tokens that replace personal tokens. */
	public static final String PERSONAL = "personal";

	/** Parley's own clients. */
	private static final Set<String> OWN = Set.of("parley", "parley-web");

	/** Whether it replaces a personal token, whose id is the session. */
	public boolean isPersonal() {
		return PERSONAL.equals(this.client) && this.session != null;
	}

	/** Whether it was issued for an app, whose id is the client. */
	public boolean isOfApp() {
		return this.client != null && !PERSONAL.equals(this.client) && !OWN.contains(this.client);
	}

}
