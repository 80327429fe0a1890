package org.parley.auth.tokens.key;

import java.util.Base64;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The secret from which all keys for data at rest are derived.
 *
 * @param secret at least 32 random bytes, base64
 */
@ConfigurationProperties("parley")
record SecretSettings(@DefaultValue("") String secret) {

	private static final int SHORTEST = 32;

	SecretSettings {
		if (decoded(secret).length < SHORTEST) {
			throw new IllegalArgumentException(
					"parley.secret (PARLEY_SECRET) must be at least 32 random bytes in base64: `openssl rand -base64 32`");
		}
	}

	byte[] bytes() {
		return decoded(this.secret);
	}

	@Override
	public String toString() {
		return "SecretSettings[secret=***]";
	}

	private static byte[] decoded(String secret) {
		try {
			return Base64.getDecoder().decode(secret.strip());
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
