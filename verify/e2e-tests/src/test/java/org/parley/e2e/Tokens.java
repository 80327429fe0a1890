package org.parley.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** Forged tokens. */
final class Tokens {

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private static final PrivateKey OTHER_KEY = otherKey();

	private Tokens() {
	}

	/** Returns variations of a valid token, by their fault. */
	static Map<String, String> forged(String real) {
		var parts = real.split("\\.", -1);
		var noAlgorithm = encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
		var asAdmin = encode(decode(parts[1]).replace("\"user\"", "\"admin\""));
		return Map.of("no token", "nonsense", "not signed", noAlgorithm + "." + parts[1] + ".", "cut short",
				parts[0] + "." + parts[1], "changed", parts[0] + "." + asAdmin + "." + parts[2],
				"signed with another key", parts[0] + "." + parts[1] + "." + sign(parts[0] + "." + parts[1]));
	}

	private static String encode(String json) {
		return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String decode(String part) {
		return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
	}

	private static String sign(String content) {
		try {
			var signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(OTHER_KEY);
			signature.update(content.getBytes(StandardCharsets.UTF_8));
			return ENCODER.encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PrivateKey otherKey() {
		try {
			var generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2_048);
			return generator.generateKeyPair().getPrivate();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
