package org.parley.realtime.connection;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A client's message, read strictly.
 *
 * @param fields the fields by name
 */
record ClientMessage(Map<?, ?> fields) {

	/**
	 * Reads an object.
	 * @throws MessageRefusedException if the data is not an object or has an unknown
	 * field
	 */
	static ClientMessage of(@Nullable Object data, Set<String> known) throws MessageRefusedException {
		if (data instanceof Map<?, ?> fields && known.containsAll(fields.keySet())) {
			return new ClientMessage(fields);
		}
		throw new MessageRefusedException("request.invalid");
	}

	String text(String name) throws MessageRefusedException {
		if (this.fields.get(name) instanceof String text) {
			return text;
		}
		throw new MessageRefusedException("request.invalid");
	}

	/** Returns a text, or null if it is absent. */
	@Nullable String optionalText(String name) throws MessageRefusedException {
		return has(name) ? text(name) : null;
	}

	/** Returns a list of texts, or null if it is absent. */
	@Nullable List<String> texts(String name) throws MessageRefusedException {
		if (!has(name)) {
			return null;
		}
		if (this.fields.get(name) instanceof List<?> texts && texts.stream().allMatch(String.class::isInstance)) {
			return texts.stream().map(String.class::cast).toList();
		}
		throw new MessageRefusedException("request.invalid");
	}

	/** Returns an optional field that must not be negative. */
	OptionalLong offset(String name) throws MessageRefusedException {
		return switch (this.fields.get(name)) {
			case null -> OptionalLong.empty();
			case Integer number when number >= 0 -> OptionalLong.of(number);
			case Long number when number >= 0 -> OptionalLong.of(number);
			// Some clients can only send text when they connect.
			case String text when text.matches("\\d{1,16}") -> OptionalLong.of(Long.parseLong(text));
			default -> throw new MessageRefusedException("request.invalid");
		};
	}

	boolean has(String name) {
		return this.fields.get(name) != null;
	}

}
