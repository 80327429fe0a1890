package org.parley.notification.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

/** A browser that has subscribed to notifications and reads them. */
public final class TestBrowser {

	private static final int POINT = 65;

	private static final byte[] SECRET = "sixteen letters!".getBytes(StandardCharsets.US_ASCII);

	private final ECKey keys;

	public TestBrowser() {
		try {
			this.keys = new ECKeyGenerator(Curve.P_256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Reads a pair of keys as the specification writes them. */
	static KeyPair keyPair(String point, String secret) throws JOSEException {
		var decoded = Base64.getUrlDecoder().decode(point);
		return new ECKey.Builder(Curve.P_256, Base64URL.encode(Arrays.copyOfRange(decoded, 1, 33)),
				Base64URL.encode(Arrays.copyOfRange(decoded, 33, POINT)))
			.d(new Base64URL(secret))
			.build()
			.toKeyPair();
	}

	public String key() {
		try {
			return encode(WebPushCipher.point(this.keys.toECPublicKey()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public String secret() {
		return encode(SECRET);
	}

	/** Decrypts a message as RFC 8291 says, independently of the sender's code. */
	String read(byte[] body) {
		try {
			var buffer = ByteBuffer.wrap(body);
			var salt = new byte[16];
			buffer.get(salt);
			var size = buffer.getInt();
			var point = new byte[buffer.get()];
			buffer.get(point);
			var sealed = new byte[buffer.remaining()];
			buffer.get(sealed);
			if (size < sealed.length || point.length != POINT) {
				throw new IllegalArgumentException("The header is another one");
			}
			var agreement = KeyAgreement.getInstance("ECDH");
			agreement.init(this.keys.toECPrivateKey());
			agreement.doPhase(publicKey(point), true);
			var info = ByteBuffer.allocate(14 + 2 * POINT)
				.put("WebPush: info".getBytes(StandardCharsets.US_ASCII))
				.put((byte) 0)
				.put(WebPushCipher.point(this.keys.toECPublicKey()))
				.put(point)
				.array();
			var secret = derive(agreement.generateSecret(), SECRET, info, 32);
			var cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.DECRYPT_MODE,
					new SecretKeySpec(derive(secret, salt, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
					new GCMParameterSpec(128, derive(secret, salt, ascii("Content-Encoding: nonce\0"), 12)));
			var padded = cipher.doFinal(sealed);
			if (padded[padded.length - 1] != 2) {
				throw new IllegalArgumentException("The record is not the last one");
			}
			return new String(padded, 0, padded.length - 1, StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** Reads a public key as browsers write it. */
	static ECPublicKey publicKey(String point) throws JOSEException {
		return publicKey(Base64.getUrlDecoder().decode(point));
	}

	private static ECPublicKey publicKey(byte[] point) throws JOSEException {
		return new ECKey.Builder(Curve.P_256, Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
				Base64URL.encode(Arrays.copyOfRange(point, 33, POINT)))
			.build()
			.toECPublicKey();
	}

	private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
		return KDF.getInstance("HKDF-SHA256")
			.deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length));
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
