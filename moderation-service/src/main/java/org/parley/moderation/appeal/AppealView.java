package org.parley.moderation.appeal;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/**
 * An appeal as moderators see it.
 *
 * @param id the appeal's id
 * @param caseId the case of the decision
 * @param post the post and its author
 * @param thread the post's thread
 * @param decidedBy the moderator who decided; null if a check decided
 * @param answeredBy the moderator who answered
 * @param statement the statement of the decision, with the appeal
 */
record AppealView(String id, String caseId, ModeratedPostReference post, ModeratedThreadReference thread,
		@Nullable AuthorReference decidedBy, @Nullable AuthorReference answeredBy, StatementView statement) {

	static AppealView of(Statement source) {
		var appeal = source.appeal().orElseThrow();
		var answer = appeal.answer();
		var grounds = source.grounds();
		return new AppealView(appeal.id(), source.caseId(), grounds.post(), grounds.thread(), source.measure().by(),
				(answer != null) ? answer.by() : null, StatementView.of(source));
	}

}
