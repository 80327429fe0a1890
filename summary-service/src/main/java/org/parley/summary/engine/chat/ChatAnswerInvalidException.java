package org.parley.summary.engine.chat;

import org.parley.summary.engine.EngineFailedException;

/** The model answered something of another form than was asked for. */
final class ChatAnswerInvalidException extends EngineFailedException {

	private final String reason;

	/**
	 * The reason is a sentence of ours, without anything that the model said.
	 * @param reason what is wrong with it
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
