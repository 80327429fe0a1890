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
 * A moderator has decided a case about a message.
 *
 * @param caseId the case's id
 * @param message the message
 * @param conversation its conversation
 * @param contentVersion the version of the message that was reported
 * @param decision the decision
 * @param note a note for the author
 * @param until when a ban ends; absent for a permanent ban
 * @param by the moderator
 * @param authority the highest role that the moderator's token covered
 * @param decidedAt when the moderator decided
 */
@Publishes("message-case.decided")
record MessageCaseDecided(String caseId, ReportedMessage.Reference message, ReportedMessage.Conversation conversation,
		long contentVersion, Decision decision, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until, AuthorReference by, String authority,
		Instant decidedAt) implements ParleyEvent {

	static MessageCaseDecided of(String caseId, ReportedMessage message, ModerationCase.Ruling ruling,
			Audience authority) {
		return new MessageCaseDecided(caseId, message.reference(), message.conversation(), message.version(),
				ruling.decision(), ruling.note(), ruling.until(), ruling.by(), authority.role(), ruling.at());
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
