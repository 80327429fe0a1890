package org.parley.webhook.receipt.processing;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.inbox.PoisonEventException;
import org.parley.webhook.payload.PayloadMasker;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptNote;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Summarizes receipts that no other handler has handled. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LoggingReceiptHandler implements ReceiptHandler {

	private static final int MAX_TYPE = 100;

	private static final int MAX_SUMMARY = 300;

	private final JsonMapper json;

	LoggingReceiptHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		var payload = read(Objects.requireNonNull(receipt.body()).getData());
		return Optional
			.of(new ReceiptNote(type(payload), truncate(PayloadMasker.mask(payload).toString(), MAX_SUMMARY)));
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
			.map((type) -> truncate(type.stringValue(), MAX_TYPE))
			.findFirst()
			.orElse(null);
	}

	/** Truncates a text without splitting a surrogate pair. */
	private static String truncate(String text, int maxLength) {
		if (text.length() <= maxLength) {
			return text;
		}
		var end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
		return text.substring(0, end) + "…";
	}

}
