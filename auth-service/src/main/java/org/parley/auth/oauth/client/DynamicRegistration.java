package org.parley.auth.oauth.client;

import java.util.List;

/**
 * How a program registered itself.
 *
 * @param tokenHash of the token by which it reads what is registered, and takes it away
 * @param method how it said that it authenticates, as RFC 7591 names it
 */
public record DynamicRegistration(String tokenHash, String method) {

	private static final AppSecretEncoder ENCODER = new AppSecretEncoder();

	/** Whether that is the token, compared in constant time. */
	public boolean isBy(String token) {
		return ENCODER.matches(token, AppSecretEncoder.encoded(List.of(this.tokenHash)));
	}

	/** Not even the hash. */
	@Override
	public String toString() {
		return "DynamicRegistration[" + this.method + "]";
	}

}
