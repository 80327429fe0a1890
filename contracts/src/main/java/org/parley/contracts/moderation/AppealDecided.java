package org.parley.contracts.moderation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.Publishes;

/**
 * A moderator has answered an appeal.
 *
 * @param content the content, with the fields of its kind
 * @param outcome {@code upheld} or {@code overturned}
 * @param note a note for the author
 * @param decidedAt when the appeal was answered
 */
@Publishes({ "appeal.decided", "social-appeal.decided", "message-appeal.decided" })
public record AppealDecided(@EventType String type, String appealId, String statementId,
		@JsonUnwrapped ContentReference content, String outcome, @OptionalValue @Nullable String note,
		Instant decidedAt) implements ContentEvent {

	@Override
	public String subject() {
		return this.appealId;
	}

}
