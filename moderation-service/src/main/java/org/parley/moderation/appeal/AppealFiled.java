package org.parley.moderation.appeal;

import java.time.Instant;

import org.parley.moderation.statement.Appeal;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * An author appeals against a decision.
 *
 * @param appealId the appeal's id
 * @param statementId the statement's id
 * @param caseId the case's id
 * @param post the post
 * @param thread the post's thread
 * @param answerBy when the appeal must be answered
 * @param filedAt when it was filed
 */
@Publishes("appeal.filed")
record AppealFiled(String appealId, String statementId, String caseId, ModeratedPostReference post,
		ModeratedThreadReference thread, Instant answerBy, Instant filedAt) implements ParleyEvent {

	static AppealFiled of(Statement statement, Appeal filed) {
		var grounds = statement.grounds();
		return new AppealFiled(filed.id(), statement.id(), statement.caseId(), grounds.post(), grounds.thread(),
				filed.answerBy(), filed.filedAt());
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
