package org.parley.summary.engine.chat;

import org.parley.summary.engine.EngineFailedException;

/** The model does not take what it was told; nothing is wrong with the model. */
final class ChatQuestionRefusedException extends EngineFailedException {

	ChatQuestionRefusedException() {
		super("unfit", null);
	}

}
