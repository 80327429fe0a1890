package org.parley.moderation.model;

import java.util.List;

import org.parley.platform.ai.TextRedactor;

/**
 * A text for the outside model.
 *
 * @param kind the kind of model that rates it
 * @param harms the categories of harm that it is rated by
 */
public record ModelQuestion(ModelKind kind, List<String> harms, String text) {

	/** Returns a copy without email addresses and phone numbers. */
	ModelQuestion redacted() {
		return new ModelQuestion(this.kind, this.harms, TextRedactor.redact(this.text));
	}

}
