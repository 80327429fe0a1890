package org.parley.moderation.statement;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * The restriction of a post has ended without an appeal.
 *
 * @param statementId the statement's id
 * @param caseId the case's id
 * @param post the post
 * @param thread the post's thread
 * @param restriction the former restriction
 * @param note a note for the author
 * @param liftedAt when the restriction ended
 */
@Publishes("statement.lifted")
public record StatementLifted(String statementId, String caseId, ModeratedPostReference post,
		ModeratedThreadReference thread, Restriction restriction,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note, Instant liftedAt) implements ParleyEvent {

	static StatementLifted of(Statement lifted) {
		var grounds = lifted.grounds();
		return new StatementLifted(lifted.id(), lifted.caseId(), grounds.post(), grounds.thread(),
				lifted.measure().restriction(), lifted.liftNote(), Objects.requireNonNull(lifted.endedAt()));
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
