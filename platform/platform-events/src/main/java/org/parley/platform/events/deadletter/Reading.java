package org.parley.platform.events.deadletter;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows dead letters to operators, without what is nobody's business. */
class Reading {

	private final DeadLetters letters;

	private final JsonMapper json;

	Reading(DeadLetters letters, JsonMapper json) {
		this.letters = letters;
		this.json = json;
	}

	/**
	 * A letter with what it says.
	 * @throws UnknownLetterException when there is none
	 */
	LetterContent read(String id) {
		var letter = this.letters.find(id).orElseThrow(UnknownLetterException::new);
		return new LetterContent(LetterView.of(letter), (letter.event() != null) ? event(letter) : null);
	}

	private @Nullable JsonNode event(DeadLetter letter) {
		try {
			return (this.json.readTree(letter.body().getData()) instanceof ObjectNode event) ? masked(event) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static JsonNode masked(ObjectNode event) {
		return event.without("data");
	}

}
