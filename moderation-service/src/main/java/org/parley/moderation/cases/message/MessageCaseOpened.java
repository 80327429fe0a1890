package org.parley.moderation.cases.message;

import java.time.Instant;
import java.util.List;

import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.ReportedMessage;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A member's report has opened a case about a message.
 *
 * @param caseId the case's id
 * @param message the message
 * @param conversation its conversation
 * @param reasons stable codes
 * @param openedAt when the case was opened
 */
@Publishes("message-case.opened")
record MessageCaseOpened(String caseId, ReportedMessage.Reference message, ReportedMessage.Conversation conversation,
		List<String> reasons, Instant openedAt) implements ParleyEvent {

	static MessageCaseOpened of(ModerationCase opened, ReportedMessage message) {
		return new MessageCaseOpened(opened.id(), message.reference(), message.conversation(), message.reasons(),
				opened.openedAt());
	}

	@Override
	public String subject() {
		return this.caseId;
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
	}

}
