package org.parley.auth.tokens.key;

import java.util.random.RandomGenerator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Seals for what is kept at rest, one a purpose, all under the service's one secret. */
@Component
@EnableConfigurationProperties(SecretSettings.class)
public class AtRestCiphers {

	private final SecretSettings settings;

	private final RandomGenerator random;

	AtRestCiphers(SecretSettings settings, RandomGenerator random) {
		this.settings = settings;
		this.random = random;
	}

	/** Seals for one purpose; what it seals opens for no other. */
	public AesGcmCipher of(String purpose) {
		return new AesGcmCipher(this.settings.bytes(), purpose, this.random);
	}

}
