package org.parley.auth.tokens.key;

import java.text.ParseException;
import java.time.InstantSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.parley.platform.domain.Ids;

import org.springframework.stereotype.Component;

/** Generates signing key pairs, encrypted at rest, and decrypts them. */
@Component
class KeyPairs {

	private final AesGcmCipher aesGcmCipher;

	private final InstantSource clock;

	KeyPairs(AtRestCiphers atRestCiphers, InstantSource clock) {
		this.aesGcmCipher = atRestCiphers.of("signing-keys");
		this.clock = clock;
	}

	/** Generates an RSA key pair. */
	SigningKey generate(SigningKey.State state) {
		try {
			var key = new RSAKeyGenerator(2048).keyID(Ids.next())
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
			return new SigningKey(key.getKeyID(), state, key.toPublicJWK().toJSONString(),
					this.aesGcmCipher.seal(key.toJSONString(), key.getKeyID()), this.clock.instant(), null, null);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform generates RSA keys", ex);
		}
	}

	/** Decrypts the private part. */
	RSAKey open(SigningKey key) {
		try {
			return parse(this.aesGcmCipher.open(key.sealed(), key.kid())).toRSAKey();
		}
		catch (IllegalStateException ex) {
			throw new IllegalStateException(
					"parley.secret (PARLEY_SECRET) is not the secret that the signing keys were encrypted with", ex);
		}
	}

	/** Parses a stored key. */
	static JWK parse(String json) {
		try {
			return JWK.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A stored signing key is not a JWK", ex);
		}
	}

}
