package org.parley.moderation.statement;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ContentReference;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

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
		@JsonUnwrapped ContentReference content, Restriction restriction,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note, Instant liftedAt) implements ParleyEvent {

	static StatementLifted of(Statement lifted) {
		var content = lifted.grounds().reference();
		return new StatementLifted(content.type("statement.lifted"), lifted.id(), lifted.caseId(), content,
				lifted.measure().restriction(), lifted.liftNote(), Objects.requireNonNull(lifted.endedAt()));
	}

	@Override
	public String subject() {
		return this.statementId;
	}

	@Override
	public String partitionKey() {
		return this.content.placeId();
	}

}
