package org.parley.contracts.moderation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.contracts.EventType;
import org.parley.contracts.Publishes;

/**
 * An author appeals against a decision.
 *
 * @param content the content, with the fields of its kind
 */
@Publishes({ "appeal.filed", "social-appeal.filed", "message-appeal.filed" })
public record AppealFiled(@EventType String type, String appealId, String statementId, String caseId,
		@JsonUnwrapped ContentReference content, Instant answerBy, Instant filedAt) implements ContentEvent {

	@Override
	public String subject() {
		return this.appealId;
	}

}
