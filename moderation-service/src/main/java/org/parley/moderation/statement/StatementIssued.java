package org.parley.moderation.statement;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A decision restricts a post, and its author must be told why.
 *
 * @param statementId the statement's id
 * @param caseId the case's id
 * @param post the post
 * @param thread the post's thread
 * @param restriction what follows for the author
 * @param automated whether a check decided, without a moderator
 * @param note the moderator's explanation
 * @param until when a ban ends; absent for a permanent ban
 * @param appealUntil until when the author can appeal
 * @param issuedAt when the statement was issued
 */
@Publishes("statement.issued")
public record StatementIssued(String statementId, String caseId, ModeratedPostReference post,
		ModeratedThreadReference thread, Restriction restriction, boolean automated,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant until, Instant appealUntil,
		Instant issuedAt) implements ParleyEvent {

	static StatementIssued of(Statement issued) {
		var grounds = issued.grounds();
		var measure = issued.measure();
		return new StatementIssued(issued.id(), issued.caseId(), grounds.post(), grounds.thread(),
				measure.restriction(), issued.isAutomated(), measure.note(), measure.until(), issued.appealUntil(),
				issued.issuedAt());
	}

	@Override
	public String subject() {
		return this.statementId;
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
