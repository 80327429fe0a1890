package org.parley.moderation.appeal;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.parley.contracts.Publishes;
import org.parley.moderation.statement.Appeal;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.subject.ContentEvent;
import org.parley.moderation.subject.ContentReference;

/**
 * An author appeals against a decision.
 *
 * @param content the content, with the fields of its kind
 */
@Publishes({ "appeal.filed", "social-appeal.filed", "message-appeal.filed" })
record AppealFiled(@JsonIgnore String type, String appealId, String statementId, String caseId,
		@JsonUnwrapped ContentReference content, Instant answerBy, Instant filedAt) implements ContentEvent {

	static AppealFiled of(Statement statement, Appeal filed) {
		var content = statement.grounds().reference();
		return new AppealFiled(content.type("appeal.filed"), filed.id(), statement.id(), statement.caseId(), content,
				filed.answerBy(), filed.filedAt());
	}

	@Override
	public String subject() {
		return this.appealId;
	}

}
