package org.parley.contracts.moderation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;

/**
 * A decision restricts content, and its author must be told why.
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
public record StatementIssued(@EventType String type, String statementId, String caseId,
		@JsonUnwrapped ContentReference content, String restriction, boolean automated,
		@OptionalValue @Nullable String note, @OptionalValue @Nullable Instant until, Instant appealUntil,
		@OptionalValue @Nullable SealedEventSecret appealToken, Instant issuedAt) implements ContentEvent {

	@Override
	public String subject() {
		return this.statementId;
	}

}
