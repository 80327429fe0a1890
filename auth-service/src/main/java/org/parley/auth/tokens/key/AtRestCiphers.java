package org.parley.auth.tokens.key;

import java.util.random.RandomGenerator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Creates the ciphers for data at rest, one per purpose, from {@code parley.secret}. */
@Component
@EnableConfigurationProperties(SecretSettings.class)
public class AtRestCiphers {

	private final SecretSettings settings;

	private final RandomGenerator random;

	AtRestCiphers(SecretSettings settings, RandomGenerator random) {
		this.settings = settings;
		this.random = random;
	}

	/**
	 * The cipher for one purpose; ciphers of other purposes cannot decrypt its output.
	 */
	public AesGcmCipher of(String purpose) {
		return new AesGcmCipher(this.settings.bytes(), purpose, this.random);
	}

}
