package org.parley.auth.oauth.client;

import java.util.List;

/**
 * Dynamic registration of an app (RFC 7591).
 *
 * @param tokenHash hash of its registration access token
 */
public record DynamicRegistration(String tokenHash, String method) {

	private static final AppSecretEncoder ENCODER = new AppSecretEncoder();

	/** Whether this is the registration access token, compared in constant time. */
	public boolean hasToken(String token) {
		return ENCODER.matches(token, AppSecretEncoder.encodeHashes(List.of(this.tokenHash)));
	}

	/** Omits the hash. */
	@Override
	public String toString() {
		return "DynamicRegistration[" + this.method + "]";
	}

}
