package org.parley.auth.oauth.discourse;

import java.util.random.RandomGenerator;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import org.parley.auth.tokens.secret.OpaqueSecret;

import org.springframework.stereotype.Component;

/** Generates, encrypts and decrypts the secrets of sites. */
@Component
class DiscourseSecrets {

	private final AesGcmCipher cipher;

	private final RandomGenerator random;

	DiscourseSecrets(AtRestCiphers atRestCiphers, RandomGenerator random) {
		this.cipher = atRestCiphers.of("discourse-site");
		this.random = random;
	}

	OpaqueSecret generate() {
		return OpaqueSecret.generate("", this.random);
	}

	String seal(OpaqueSecret secret, String siteId) {
		return this.cipher.seal(secret.text(), siteId);
	}

	String open(DiscourseSite site) {
		return this.cipher.open(site.sealedSecret(), site.id());
	}

}
