package org.parley.moderation.cases.review;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ReportedMessage;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.security.category.Audience;

/**
 * A moderator has reversed the decision of a case about a message.
 *
 * @param caseId the case's id
 * @param message the message
 * @param conversation its conversation
 * @param decision the reversed decision
 * @param note a note for the author
 * @param by the moderator who reversed it
 * @param authority the highest role that the moderator's token covered
 * @param reversedAt when the decision was reversed
 */
@Publishes("message-case.reversed")
record MessageCaseReversed(String caseId, ReportedMessage.Reference message, ReportedMessage.Conversation conversation,
		Decision decision, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note, AuthorReference by,
		String authority, Instant reversedAt) implements ParleyEvent {

	static MessageCaseReversed of(String caseId, ReportedMessage message, ModerationCase.Ruling ruling,
			ModerationCase.Reversal reversal, Audience authority) {
		return new MessageCaseReversed(caseId, message.reference(), message.conversation(), ruling.decision(),
				reversal.note(), reversal.by(), authority.role(), reversal.at());
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
