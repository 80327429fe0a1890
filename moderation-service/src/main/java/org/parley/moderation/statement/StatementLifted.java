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
 * The restriction of a post has ended without an appeal.
 *
 * @param content the content, with the fields of its kind
 * @param restriction the former restriction
 * @param note a note for the author
 * @param liftedAt when the restriction ended
 */
@Publishes({ "statement.lifted", "social-statement.lifted", "message-statement.lifted" })
public record StatementLifted(@JsonIgnore String type, String statementId, String caseId,
		@JsonUnwrapped ContentReference content, Restriction restriction, @OptionalValue @Nullable String note,
		Instant liftedAt) implements ContentEvent {

	static StatementLifted of(Statement lifted) {
		var content = lifted.grounds().reference();
		return new StatementLifted(content.type("statement.lifted"), lifted.id(), lifted.caseId(), content,
				lifted.measure().restriction(), lifted.liftNote(), Objects.requireNonNull(lifted.endedAt()));
	}

	@Override
	public String subject() {
		return this.statementId;
	}

}
