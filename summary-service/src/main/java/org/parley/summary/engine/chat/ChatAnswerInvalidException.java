package org.parley.summary.engine.chat;

import org.parley.summary.engine.EngineFailedException;

/** The model's answer has an unexpected form. */
final class ChatAnswerInvalidException extends EngineFailedException {

	private final String reason;

	/**
	 * Creates the exception.
	 * @param reason the reason, without any text of the model
	 */
	ChatAnswerInvalidException(String reason) {
		super("malformed", null);
		this.reason = reason;
	}

	@Override
	public String getMessage() {
		return this.reason;
	}

}
