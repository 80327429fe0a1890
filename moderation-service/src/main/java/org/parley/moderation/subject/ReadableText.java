package org.parley.moderation.subject;

/** The syntax of notes and explanations that people write for each other. */
public final class ReadableText {

	/**
	 * Not blank; no control characters except line breaks and tabs, no lone surrogates.
	 */
	public static final String PATTERN = "(?s)(?=.*\\S)[\\P{C}\\p{Cf}\\p{Co}\\p{Cn}\\n\\r\\t]*";

	/** The message for a text of another form. */
	public static final String MESSAGE = "must have visible text without control characters";

	private ReadableText() {
	}

}
