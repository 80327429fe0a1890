package org.parley.e2e;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.GatewayResponse;

/**
 * A browser at some page, with a device that keeps one passkey, written from the
 * specification with nothing but the JDK: so it makes no mistake together with what reads
 * it.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data">Web
 * Authentication Level 3, authenticator data</a>
 */
final class PasskeyDevice {

	private static final int TOUCHED_BY_ITS_OWNER = 0x05;

	private static final int WITH_A_KEY = 0x40;

	private static final HexFormat HEX = HexFormat.of();

	private final KeyPair keys = keys();

	private final byte[] id = new byte[32];

	private String origin;

	private String owner = "";

	private int count;

	/**
	 * A device that is empty.
	 * @param origin of the page that asks
	 */
	PasskeyDevice(String origin) {
		this.origin = origin;
		new SecureRandom().nextBytes(this.id);
	}

	/** The page that asks is another one from now on. */
	void visit(String page) {
		this.origin = page;
	}

	/** What the browser sends that has made a passkey. */
	Map<String, Object> make(GatewayResponse options) {
		this.owner = options.text("/data/user/id");
		var data = bytes(says(options.text("/data/rp/id"), TOUCHED_BY_ITS_OWNER | WITH_A_KEY), new byte[16],
				new byte[] { 0, (byte) this.id.length }, this.id, key());
		// {"fmt": "none", "attStmt": {}, "authData": …}
		var attestation = bytes(HEX.parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
				new byte[] { (byte) data.length }, data);
		return Map.of("id", encoded(this.id), "type", "public-key", "response",
				Map.of("clientDataJSON", encoded(knows("webauthn.create", options)), "attestationObject",
						encoded(attestation), "transports", List.of("internal")));
	}

	/** What the browser sends whose owner shows the passkey. */
	Map<String, Object> show(GatewayResponse options) {
		this.count++;
		var client = knows("webauthn.get", options);
		var data = says(options.text("/data/rpId"), TOUCHED_BY_ITS_OWNER);
		return Map.of("id", encoded(this.id), "type", "public-key", "response",
				Map.of("clientDataJSON", encoded(client), "authenticatorData", encoded(data), "signature",
						encoded(signed(bytes(data, hash(client)))), "userHandle", this.owner));
	}

	private byte[] knows(String type, GatewayResponse options) {
		return """
				{"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}"""
			.formatted(type, options.text("/data/challenge"), this.origin)
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] says(String party, int flags) {
		return bytes(hash(party.getBytes(StandardCharsets.UTF_8)), new byte[] { (byte) flags },
				ByteBuffer.allocate(Integer.BYTES).putInt(this.count).array());
	}

	/** The public key for ES256, as COSE has it (RFC 9053, 7.1.1). */
	private byte[] key() {
		var point = ((ECPublicKey) this.keys.getPublic()).getW();
		return bytes(HEX.parseHex("a5010203262001215820"), coordinate(point.getAffineX()), HEX.parseHex("225820"),
				coordinate(point.getAffineY()));
	}

	private static byte[] coordinate(BigInteger value) {
		return HEX.parseHex("%064x".formatted(value));
	}

	private byte[] signed(byte[] content) {
		try {
			var signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] hash(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPair keys() {
		try {
			var generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(byte[]... parts) {
		var all = new ByteArrayOutputStream();
		for (var part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private static String encoded(byte[] content) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
	}

}
