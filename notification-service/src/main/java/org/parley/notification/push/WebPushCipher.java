package org.parley.notification.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
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
import com.nimbusds.jose.util.Base64URL;

/**
 * Encrypts messages so that only one browser can read them, and no push service.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8188">RFC 8188</a>
 */
final class WebPushCipher {

	private static final int RECORD_SIZE = 4_096;

	private static final int SALT_BYTES = 16;

	private static final int SECRET_BYTES = 16;

	private static final int KEY_BYTES = 16;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final int HASH_BYTES = 32;

	private static final int COORDINATE_BYTES = 32;

	private static final int POINT_BYTES = 1 + 2 * COORDINATE_BYTES;

	private static final byte UNCOMPRESSED = 4;

	/** Ends the last record. */
	private static final byte LAST = 2;

	private static final SecureRandom RANDOM = new SecureRandom();

	private WebPushCipher() {
	}

	/** Encrypts a message with a new key and a new salt. */
	static byte[] encrypt(byte[] message, ReceiverKeys receiver) {
		try {
			var generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			var salt = new byte[SALT_BYTES];
			RANDOM.nextBytes(salt);
			return encrypt(message, receiver, generator.generateKeyPair(), salt);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has these algorithms", ex);
		}
	}

	static byte[] encrypt(byte[] message, ReceiverKeys receiver, KeyPair sender, byte[] salt)
			throws GeneralSecurityException {
		var agreement = KeyAgreement.getInstance("ECDH");
		agreement.init(sender.getPrivate());
		agreement.doPhase(receiver.key(), true);
		var senderPoint = point((ECPublicKey) sender.getPublic());
		var secret = derive(agreement.generateSecret(), receiver.secret().decode(),
				join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(receiver.key()), senderPoint),
				HASH_BYTES);
		var key = derive(secret, salt, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
		var nonce = derive(secret, salt, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), NONCE_BYTES);
		var cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
		return join(salt, ByteBuffer.allocate(Integer.BYTES).putInt(RECORD_SIZE).array(),
				new byte[] { (byte) senderPoint.length }, senderPoint,
				cipher.doFinal(join(message, new byte[] { LAST })));
	}

	private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
		return KDF.getInstance("HKDF-SHA256")
			.deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length));
	}

	/** A public key as the point on its curve, uncompressed. */
	static byte[] point(ECPublicKey key) {
		var known = new ECKey.Builder(Curve.P_256, key).build();
		return join(new byte[] { UNCOMPRESSED }, known.getX().decode(), known.getY().decode());
	}

	private static byte[] join(byte[]... parts) {
		var all = new ByteArrayOutputStream();
		for (var part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	/**
	 * The keys of a browser's subscription.
	 *
	 * @param secret its authentication secret
	 */
	record ReceiverKeys(ECPublicKey key, Base64URL secret) {

		/**
		 * Reads the keys as browsers write them.
		 * @throws IllegalArgumentException if they are none
		 */
		static ReceiverKeys of(String key, String secret) {
			var point = Base64.getUrlDecoder().decode(key);
			var decoded = Base64.getUrlDecoder().decode(secret);
			if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED || decoded.length != SECRET_BYTES) {
				throw new IllegalArgumentException("The keys have another format");
			}
			var middle = 1 + COORDINATE_BYTES;
			try {
				// Refuses points that are not on the curve.
				return new ReceiverKeys(
						new ECKey.Builder(Curve.P_256, Base64URL.encode(Arrays.copyOfRange(point, 1, middle)),
								Base64URL.encode(Arrays.copyOfRange(point, middle, POINT_BYTES)))
							.build()
							.toECPublicKey(),
						Base64URL.encode(decoded));
			}
			catch (JOSEException | IllegalStateException ex) {
				throw new IllegalArgumentException("The key is no point of the curve", ex);
			}
		}

	}

}
