package org.parley.summary.engine.chat;

import org.parley.summary.engine.EngineFailedException;

/** The provider rejected this prompt, with 400, 413 or 422. The provider itself works. */
final class ChatQuestionRefusedException extends EngineFailedException {

	ChatQuestionRefusedException() {
		super("unfit", null);
	}

}
