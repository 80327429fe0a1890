package org.parley.webhook.payload;

import java.util.Locale;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Masks values whose names or contents look like secrets.
 */
public final class PayloadMasker {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final JsonNode MASK = StringNode.valueOf("***");

	private static final Pattern NAME = Pattern.compile(
			"token|secret|passw|passphrase|authorization|credential|apikey|privatekey|accesskey|signature|cookie|session|otp|cvc|cvv|^(auth|key|pin|pwd|jwt)$");

	private static final Pattern VALUE = Pattern
		.compile("(?i)(bearer |basic |whsec_|sk_live|ghp_|xox[abp]-|-----begin |eyj[\\w-]{10}).*", Pattern.DOTALL);

	private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

	private PayloadMasker() {
	}

	/** The same JSON with masked secrets. */
	public static JsonNode mask(JsonNode value) {
		return switch (value) {
			case ObjectNode object -> masked(object);
			case ArrayNode array -> {
				var masked = JSON.createArrayNode();
				array.forEach((item) -> masked.add(mask(item)));
				yield masked;
			}
			case StringNode text when VALUE.matcher(text.stringValue()).matches() -> MASK;
			default -> value;
		};
	}

	private static ObjectNode masked(ObjectNode object) {
		var masked = JSON.createObjectNode();
		object.properties()
			.forEach((property) -> masked.set(property.getKey(),
					isSecret(property.getKey()) ? MASK : mask(property.getValue())));
		return masked;
	}

	private static boolean isSecret(String name) {
		return NAME.matcher(NO_LETTER_OR_DIGIT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT)).find();
	}

}
