package org.parley.e2e;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** Tokens that nobody should believe. */
final class Tokens {

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private static final PrivateKey OTHER_KEY = otherKey();

	private Tokens() {
	}

	/** Variations of a real token, each with what is wrong with it. */
	static Map<String, String> forged(String real) {
		var parts = real.split("\\.", -1);
		var noAlgorithm = encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
		var asAdmin = encoded(decoded(parts[1]).replace("\"user\"", "\"admin\""));
		return Map.of("no token", "nonsense", "not signed", noAlgorithm + "." + parts[1] + ".", "cut short",
				parts[0] + "." + parts[1], "changed", parts[0] + "." + asAdmin + "." + parts[2],
				"signed by somebody else", parts[0] + "." + parts[1] + "." + signed(parts[0] + "." + parts[1]));
	}

	private static String encoded(String json) {
		return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static String decoded(String part) {
		return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
	}

	private static String signed(String content) {
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
