package org.parley.chat.conversation;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The conversation does not exist, or the caller is not a member. */
public final class ConversationNotFoundException extends RefusalException {

	public ConversationNotFoundException() {
		super(RefusalKind.NOT_FOUND, "conversation.not-found", "There is no such conversation.");
	}

}
