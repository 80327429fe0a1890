package org.parley.webhook.receipt.processing;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.webhook.payload.PayloadMasker;
import org.parley.webhook.payload.ReceivedPayload;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptNote;
import org.parley.webhook.receipt.Receipts;
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

	private static final List<String> TYPES = List.of("type", "event", "event_type", "eventType", "kind", "RecordType",
			"Type");

	/** Mailgun puts its event beside the signature. */
	private static final String NESTED = "event-data";

	private static final int MAX_TYPE = 100;

	private static final int MAX_SUMMARY = 300;

	private final JsonMapper json;

	private final Receipts receipts;

	LoggingReceiptHandler(JsonMapper json, Receipts receipts) {
		this.json = json;
		this.receipts = receipts;
	}

	@Override
	public Optional<ReceiptNote> handle(Receipt receipt) {
		if (receipt.isLarge()) {
			return Optional
				.of(new ReceiptNote(typeOf(receipt, typeOfLarge(receipt)), "%d bytes".formatted(receipt.size())));
		}
		var payload = ReceivedPayload.read(receipt.contentType(), Objects.requireNonNull(receipt.body()).getData())
			.orElseThrow(() -> new PoisonEventException("The body is not JSON"));
		return Optional.of(new ReceiptNote(typeOf(receipt, type(payload)),
				truncate(PayloadMasker.mask(payload).toString(), MAX_SUMMARY)));
	}

	/** The type that a header has told, or else that of the body. */
	private static @Nullable String typeOf(Receipt receipt, @Nullable String ofBody) {
		return (receipt.type() != null) ? receipt.type() : ofBody;
	}

	/** Reads the whole body without keeping it, so that only JSON is accepted. */
	private @Nullable String typeOfLarge(Receipt receipt) {
		var types = new HashMap<String, String>();
		try (var parser = this.json.createParser(this.receipts.open(receipt))) {
			for (int depth = 0; parser.nextToken() != null;) {
				switch (parser.currentToken()) {
					case START_OBJECT, START_ARRAY -> depth++;
					case END_OBJECT, END_ARRAY -> depth--;
					case VALUE_STRING -> {
						if (depth == 1 && TYPES.contains(parser.currentName())) {
							types.putIfAbsent(parser.currentName(), truncate(parser.getString(), MAX_TYPE));
						}
					}
					default -> {
					}
				}
			}
		}
		catch (JacksonException ex) {
			throw new PoisonEventException("The body is not JSON");
		}
		return TYPES.stream().map(types::get).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** A list has the type of its first event. */
	private static @Nullable String type(JsonNode payload) {
		var event = payload.isArray() ? payload.path(0) : payload;
		return Stream.concat(TYPES.stream().map(event::path), TYPES.stream().map(event.path(NESTED)::path))
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
