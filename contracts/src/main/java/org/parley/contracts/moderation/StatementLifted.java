package org.parley.contracts.moderation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;

/**
 * The restriction of content has ended without an appeal.
 *
 * @param content the content, with the fields of its kind
 * @param restriction the former restriction
 * @param note a note for the author
 * @param liftedAt when the restriction ended
 */
@Publishes({ "statement.lifted", "social-statement.lifted", "message-statement.lifted" })
public record StatementLifted(@EventType String type, String statementId, String caseId,
		@JsonUnwrapped ContentReference content, String restriction, @OptionalValue @Nullable String note,
		Instant liftedAt) implements ContentEvent {

	@Override
	public String subject() {
		return this.statementId;
	}

}
