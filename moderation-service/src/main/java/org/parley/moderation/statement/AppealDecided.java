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
 * A moderator has answered an appeal.
 *
 * @param appealId the appeal's id
 * @param statementId the statement's id
 * @param post the post
 * @param thread the post's thread
 * @param outcome {@code upheld} or {@code overturned}
 * @param note a note for the author
 * @param decidedAt when the appeal was answered
 */
@Publishes("appeal.decided")
public record AppealDecided(String appealId, String statementId, ModeratedPostReference post,
		ModeratedThreadReference thread, AppealStatus outcome,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note, Instant decidedAt) implements ParleyEvent {

	public static AppealDecided of(Statement statement) {
		var appeal = statement.appeal().orElseThrow();
		var answer = Objects.requireNonNull(appeal.answer());
		var grounds = statement.grounds();
		return new AppealDecided(appeal.id(), statement.id(), grounds.post(), grounds.thread(), appeal.status(),
				answer.note(), answer.at());
	}

	@Override
	public String subject() {
		return this.appealId;
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
