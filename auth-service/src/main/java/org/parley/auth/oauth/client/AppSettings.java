package org.parley.auth.oauth.client;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * What an app says of itself beside what Spring knows, in the client settings of its
 * {@link RegisteredClient}. What is not said is absent.
 */
public final class AppSettings {

	/**
	 * It runs on a device: on loopback it may be answered at any port (RFC 8252, 7.3).
	 */
	public static final String NATIVE = "parley.native";

	/** It sends each request for authorization here first (RFC 9126). */
	public static final String PUSHED_REQUESTS = "parley.par-required";

	/** Its tokens are bound to a key (RFC 9449), always. */
	public static final String BOUND_TOKENS = "parley.dpop-required";

	/** Who says to have made it. */
	public static final String MAKER = "parley.client.maker";

	/** What it is for. */
	public static final String DESCRIPTION = "parley.client.description";

	private AppSettings() {
	}

	public static boolean has(RegisteredClient app, String setting) {
		return Boolean.TRUE.equals(app.getClientSettings().getSetting(setting));
	}

}
