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
 * A browser with a device that stores one passkey. It is implemented with the JDK only,
 * so it does not share errors with the server's library.
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
	 * Creates a device without a passkey.
	 * @param origin the origin of the page
	 */
	PasskeyDevice(String origin) {
		this.origin = origin;
		new SecureRandom().nextBytes(this.id);
	}

	/** Changes the origin of the page. */
	void visit(String page) {
		this.origin = page;
	}

	/** Creates a passkey; returns the browser's credential. */
	Map<String, Object> create(GatewayResponse options) {
		this.owner = options.text("/data/user/id");
		var data = bytes(authenticatorData(options.text("/data/rp/id"), TOUCHED_BY_ITS_OWNER | WITH_A_KEY),
				new byte[16], new byte[] { 0, (byte) this.id.length }, this.id, key());
		// {"fmt": "none", "attStmt": {}, "authData": …}
		var attestation = bytes(HEX.parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
				new byte[] { (byte) data.length }, data);
		return Map.of("id", encode(this.id), "type", "public-key", "response",
				Map.of("clientDataJSON", encode(clientData("webauthn.create", options)), "attestationObject",
						encode(attestation), "transports", List.of("internal")));
	}

	/** Signs in with the passkey; returns the browser's credential. */
	Map<String, Object> signIn(GatewayResponse options) {
		this.count++;
		var client = clientData("webauthn.get", options);
		var data = authenticatorData(options.text("/data/rpId"), TOUCHED_BY_ITS_OWNER);
		return Map.of("id", encode(this.id), "type", "public-key", "response",
				Map.of("clientDataJSON", encode(client), "authenticatorData", encode(data), "signature",
						encode(sign(bytes(data, hash(client)))), "userHandle", this.owner));
	}

	private byte[] clientData(String type, GatewayResponse options) {
		return """
				{"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}"""
			.formatted(type, options.text("/data/challenge"), this.origin)
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] authenticatorData(String party, int flags) {
		return bytes(hash(party.getBytes(StandardCharsets.UTF_8)), new byte[] { (byte) flags },
				ByteBuffer.allocate(Integer.BYTES).putInt(this.count).array());
	}

	/** Returns the public key for ES256 in COSE format (RFC 9053, 7.1.1). */
	private byte[] key() {
		var point = ((ECPublicKey) this.keys.getPublic()).getW();
		return bytes(HEX.parseHex("a5010203262001215820"), coordinate(point.getAffineX()), HEX.parseHex("225820"),
				coordinate(point.getAffineY()));
	}

	private static byte[] coordinate(BigInteger value) {
		return HEX.parseHex("%064x".formatted(value));
	}

	private byte[] sign(byte[] content) {
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

	private static String encode(byte[] content) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
	}

}
