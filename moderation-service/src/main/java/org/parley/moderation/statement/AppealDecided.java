package org.parley.moderation.statement;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;
import org.parley.moderation.subject.ContentEvent;
import org.parley.moderation.subject.ContentReference;

/**
 * A moderator has answered an appeal.
 *
 * @param content the content, with the fields of its kind
 * @param outcome {@code upheld} or {@code overturned}
 * @param note a note for the author
 * @param decidedAt when the appeal was answered
 */
@Publishes({ "appeal.decided", "social-appeal.decided", "message-appeal.decided" })
public record AppealDecided(@JsonIgnore String type, String appealId, String statementId,
		@JsonUnwrapped ContentReference content, AppealStatus outcome, @OptionalValue @Nullable String note,
		Instant decidedAt) implements ContentEvent {

	public static AppealDecided of(Statement statement) {
		var appeal = statement.appeal().orElseThrow();
		var answer = Objects.requireNonNull(appeal.answer());
		var content = statement.grounds().reference();
		return new AppealDecided(content.type("appeal.decided"), appeal.id(), statement.id(), content, appeal.status(),
				answer.note(), answer.at());
	}

	@Override
	public String subject() {
		return this.appealId;
	}

}
