package org.parley.platform.security.token;

import java.util.Set;

/**
 * The audiences of Parley's access tokens. auth-service issues tokens for one of them,
 * each service accepts some, and the gateway knows all: an audience that it did not know
 * would escape revocations and the limits of its user.
 */
public final class TokenAudiences {

	public static final String API = "parley";

	/** The audience of tokens that open sockets, and send messages by them. */
	public static final String SOCKETS = "parley-sockets";

	public static final Set<String> ALL = Set.of(API, SOCKETS);

	private TokenAudiences() {
	}

}
