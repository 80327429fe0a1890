package org.parley.platform.messaging.deadletter;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.platform.messaging.secret.EventMasker;
import tools.jackson.databind.JsonNode;

/** Reads dead letters with masked secrets. */
class ReadDeadLetters {

	private final DeadLetters letters;

	private final EventMasker eventMasker;

	ReadDeadLetters(DeadLetters letters, EventMasker eventMasker) {
		this.letters = letters;
		this.eventMasker = eventMasker;
	}

	/**
	 * Reads a letter with its content.
	 * @throws DeadLetterNotFoundException when it does not exist
	 */
	DeadLetterContentView read(String id) {
		var letter = this.letters.find(id).orElseThrow(DeadLetterNotFoundException::new);
		var text = new String(letter.body().getData(), StandardCharsets.UTF_8);
		return new DeadLetterContentView(DeadLetterView.of(letter), this.eventMasker.event(text));
	}

	/**
	 * A dead letter with its content.
	 *
	 * @param letter its description
	 * @param message the event with masked secrets; wholly masked if it is not an event
	 */
	record DeadLetterContentView(@JsonUnwrapped DeadLetterView letter, JsonNode message) {
	}

}
