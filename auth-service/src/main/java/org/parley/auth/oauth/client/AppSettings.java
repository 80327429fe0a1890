package org.parley.auth.oauth.client;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Client settings of a {@link RegisteredClient} that Spring does not define. Unset ones
 * are absent.
 */
public final class AppSettings {

	/** A native app, which may use any port of a loopback URI (RFC 8252, 7.3). */
	public static final String NATIVE = "parley.native";

	/** Requires pushed authorization requests (RFC 9126). */
	public static final String PUSHED_REQUESTS = "parley.par-required";

	/** Requires DPoP-bound tokens (RFC 9449). */
	public static final String BOUND_TOKENS = "parley.dpop-required";

	/** OpenID Connect requests need no PKCE. */
	public static final String PKCE_OPTIONAL = "parley.pkce-optional";

	/** May receive the answer as a form. */
	public static final String FORM_POST = "parley.form-post";

	/** Display name of the owner. */
	public static final String MAKER = "parley.client.maker";

	public static final String DESCRIPTION = "parley.client.description";

	private AppSettings() {
	}

	public static boolean has(RegisteredClient app, String setting) {
		return Boolean.TRUE.equals(app.getClientSettings().getSetting(setting));
	}

}
