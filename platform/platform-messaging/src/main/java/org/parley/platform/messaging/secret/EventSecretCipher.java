package org.parley.platform.messaging.secret;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import org.parley.contracts.SealedEventSecret;

/**
 * Encrypts secrets in events for the one service that needs them: JWE with AES-256-GCM
 * and a key of that service, whose name is authenticated.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7516">RFC 7516</a>
 */
public final class EventSecretCipher {

	private final EventSecretSettings settings;

	private final String service;

	EventSecretCipher(EventSecretSettings settings, String service) {
		this.settings = settings;
		this.service = service;
	}

	/**
	 * Encrypts a secret for a service.
	 * @throws IllegalStateException when no key of that service is configured
	 */
	public SealedEventSecret seal(String reader, String secret) {
		var key = keys(reader).stream()
			.findFirst()
			.orElseThrow(
					() -> new IllegalStateException("No key is configured for " + reader + ": parley.events.keys"));
		var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(key.getKeyID())
			.audience(List.of(reader))
			.build();
		try {
			var jwe = new JWEObject(header, new Payload(secret));
			jwe.encrypt(new DirectEncrypter(key));
			return new SealedEventSecret(jwe.serialize());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform has AES-256-GCM", ex);
		}
	}

	/**
	 * Decrypts a secret for this service.
	 * @throws UnknownSealKeyException when this service does not have its key
	 * @throws BrokenSealException when it is for another service or was modified
	 */
	public String open(SealedEventSecret sealedEventSecret) {
		try {
			var jwe = JWEObject.parse(sealedEventSecret.jwe());
			requireOurs(jwe.getHeader());
			var key = keys(this.service).stream()
				.filter((known) -> known.getKeyID().equals(jwe.getHeader().getKeyID()))
				.findFirst()
				.orElseThrow(UnknownSealKeyException::new);
			jwe.decrypt(new DirectDecrypter(key));
			return jwe.getPayload().toString();
		}
		catch (ParseException | JOSEException ex) {
			throw new BrokenSealException("The value is not sealed or was modified");
		}
	}

	/** A code of a text that only this service can make. */
	public byte[] sign(String text) {
		var key = keys(this.service).getFirst();
		try {
			return new MACSigner(key).sign(new JWSHeader(JWSAlgorithm.HS256), text.getBytes(StandardCharsets.UTF_8))
				.decode();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform has HMAC", ex);
		}
	}

	private void requireOurs(JWEHeader header) {
		if (!JWEAlgorithm.DIR.equals(header.getAlgorithm())
				|| !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
				|| header.getCompressionAlgorithm() != null) {
			throw new BrokenSealException("The value is sealed with another algorithm");
		}
		if (!List.of(this.service).equals(header.getAudience())) {
			throw new BrokenSealException("The value is sealed for another service");
		}
	}

	private List<OctetSequenceKey> keys(String reader) {
		return this.settings.of(reader).stream().map(EventSecretCipher::key).toList();
	}

	/** The key id is a thumbprint, which reveals nothing about the key. */
	private static OctetSequenceKey key(byte[] bytes) {
		try {
			return new OctetSequenceKey.Builder(bytes).keyIDFromThumbprint().build();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
