package org.parley.auth.tokens.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import java.util.random.RandomGenerator;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts text with AES-256-GCM under a key that HKDF-SHA256 derives for one purpose. A
 * name is authenticated as additional data. The output is the nonce and the ciphertext in
 * base64.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
 */
public final class AesGcmCipher {

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private final SecretKey key;

	private final RandomGenerator random;

	/** Derives the key of one purpose from a secret of at least 32 random bytes. */
	public AesGcmCipher(byte[] secret, String purpose, RandomGenerator random) {
		this.key = derive(secret, purpose);
		this.random = random;
	}

	/** Encrypts content, which decrypts under the same name only. */
	public String seal(String content, String name) {
		return Base64.getEncoder().encodeToString(seal(content.getBytes(StandardCharsets.UTF_8), name));
	}

	/** Encrypts content without the base64. */
	public byte[] seal(byte[] content, String name) {
		var nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, content, name);
		return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
	}

	/**
	 * Decrypts content that was encrypted under this name.
	 * @throws IllegalStateException if the secret, the purpose or the name differs, or
	 * the text was changed
	 */
	public String open(String sealed, String name) {
		var bytes = Base64.getDecoder().decode(sealed);
		if (!Base64.getEncoder().encodeToString(bytes).equals(sealed)) {
			// The decoder ignores some bits at the end, so other texts have these bytes,
			// too
			throw new IllegalStateException("Cannot decrypt: changed");
		}
		return new String(open(bytes, name), StandardCharsets.UTF_8);
	}

	/**
	 * Decrypts content that was encrypted without the base64.
	 * @throws IllegalStateException as {@link #open(String, String)}
	 */
	public byte[] open(byte[] sealed, String name) {
		var buffer = ByteBuffer.wrap(sealed);
		var nonce = new byte[NONCE];
		buffer.get(nonce);
		var content = new byte[buffer.remaining()];
		buffer.get(content);
		return crypt(Cipher.DECRYPT_MODE, nonce, content, name);
	}

	private byte[] crypt(int mode, byte[] nonce, byte[] content, String name) {
		try {
			var cipher = Cipher.getInstance("AES/GCM/NoPadding");
			AlgorithmParameterSpec parameters = new GCMParameterSpec(TAG_BITS, nonce);
			cipher.init(mode, this.key, parameters);
			cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
			return cipher.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Cannot decrypt: encrypted under another secret, or changed", ex);
		}
	}

	private static SecretKey derive(byte[] secret, String purpose) {
		try {
			var expansion = HKDFParameterSpec.ofExtract()
				.addIKM(secret)
				.thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
			return KDF.getInstance("HKDF-SHA256").deriveKey("AES", expansion);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HKDF-SHA256", ex);
		}
	}

}
