package org.parley.chat.conversation;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The conversation does not exist, or the caller is not a member. */
public final class ConversationNotFoundException extends ProblemException {

	public ConversationNotFoundException() {
		super(HttpStatus.NOT_FOUND, "conversation.not-found", "There is no such conversation.");
	}

}
