package org.parley.platform.events.deadletter;

import java.nio.charset.StandardCharsets;

import org.parley.platform.events.secret.Masking;

/** Shows dead letters to operators, without what is nobody's business. */
class Reading {

	private final DeadLetters letters;

	private final Masking masking;

	Reading(DeadLetters letters, Masking masking) {
		this.letters = letters;
		this.masking = masking;
	}

	/**
	 * A letter with what it says.
	 * @throws UnknownLetterException when there is none
	 */
	LetterContent read(String id) {
		var letter = this.letters.find(id).orElseThrow(UnknownLetterException::new);
		var text = new String(letter.body().getData(), StandardCharsets.UTF_8);
		return new LetterContent(LetterView.of(letter), this.masking.event(text));
	}

}
