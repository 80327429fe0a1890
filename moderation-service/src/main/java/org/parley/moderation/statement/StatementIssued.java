package org.parley.moderation.statement;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;
import org.parley.moderation.subject.ContentEvent;
import org.parley.moderation.subject.ContentReference;

/**
 * A decision restricts a post, and its author must be told why.
 *
 * @param content the content, with the fields of its kind
 * @param restriction what follows for the author
 * @param automated whether a check decided, without a moderator
 * @param note the moderator's explanation
 * @param until when a limit or a ban ends; absent for a permanent ban
 * @param appealUntil until when the author can appeal
 * @param appealToken the secret of the link to the statement, for an author who cannot
 * sign in
 */
@Publishes({ "statement.issued", "social-statement.issued", "message-statement.issued" })
public record StatementIssued(@JsonIgnore String type, String statementId, String caseId,
		@JsonUnwrapped ContentReference content, Restriction restriction, boolean automated,
		@OptionalValue @Nullable String note, @OptionalValue @Nullable Instant until, Instant appealUntil,
		@OptionalValue @Nullable SealedEventSecret appealToken, Instant issuedAt) implements ContentEvent {

	static StatementIssued of(Statement issued, @Nullable SealedEventSecret appealToken) {
		var content = issued.grounds().reference();
		var measure = issued.measure();
		return new StatementIssued(content.type("statement.issued"), issued.id(), issued.caseId(), content,
				measure.restriction(), issued.isAutomated(), measure.note(), measure.until(), issued.appealUntil(),
				appealToken, issued.issuedAt());
	}

	@Override
	public String subject() {
		return this.statementId;
	}

}
