package org.parley.chat.conversation;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The conversation does not exist, or the caller is not a member. */
public final class ConversationNotFoundException extends ProblemException {

	public ConversationNotFoundException() {
		super(RefusalKind.NOT_FOUND, "conversation.not-found", "There is no such conversation.");
	}

}
