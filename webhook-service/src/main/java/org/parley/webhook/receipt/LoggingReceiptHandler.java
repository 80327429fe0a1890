package org.parley.webhook.receipt;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.inbox.PoisonEventException;
import org.parley.webhook.payload.PayloadMasker;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes note of whatever nobody else knows. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LoggingReceiptHandler implements ReceiptHandler {

	private static final int LONGEST_TYPE = 100;

	private static final int LONGEST_SUMMARY = 300;

	private final JsonMapper json;

	LoggingReceiptHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		var payload = read(Objects.requireNonNull(receipt.body()).getData());
		return Optional
			.of(new ReceiptNote(type(payload), shortened(PayloadMasker.mask(payload).toString(), LONGEST_SUMMARY)));
	}

	private JsonNode read(byte[] body) {
		try {
			var payload = this.json.readTree(body);
			if (payload.isMissingNode()) {
				throw new PoisonEventException("The body is empty");
			}
			return payload;
		}
		catch (JacksonException ex) {
			throw new PoisonEventException("The body is not JSON");
		}
	}

	private static @Nullable String type(JsonNode payload) {
		return Stream.of("type", "event", "event_type", "eventType", "kind")
			.map(payload::path)
			.filter(JsonNode::isString)
			.map((type) -> shortened(type.stringValue(), LONGEST_TYPE))
			.findFirst()
			.orElse(null);
	}

	/** Never cuts a character in two. */
	private static String shortened(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
		return text.substring(0, end) + "…";
	}

}
