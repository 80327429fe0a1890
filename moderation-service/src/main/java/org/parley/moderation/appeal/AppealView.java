package org.parley.moderation.appeal;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.SocialReference;

/**
 * An appeal as moderators see it.
 *
 * @param id the appeal's id
 * @param caseId the case of the decision
 * @param post the post and its author; null unless the decision is about one of the forum
 * @param thread the post's thread
 * @param social the social post or comment; null unless the decision is about one
 * @param decidedBy the moderator who decided; null if a check decided
 * @param answeredBy the moderator who answered
 * @param statement the statement of the decision, with the appeal
 */
record AppealView(String id, String caseId, @Nullable ModeratedPostReference post,
		@Nullable ModeratedThreadReference thread, @Nullable SocialReference social,
		@Nullable AuthorReference decidedBy, @Nullable AuthorReference answeredBy, StatementView statement) {

	static AppealView of(Statement source) {
		var appeal = source.appeal().orElseThrow();
		var answer = appeal.answer();
		var grounds = source.grounds();
		var social = grounds.social();
		return new AppealView(appeal.id(), source.caseId(), (social != null) ? null : grounds.post(),
				(social != null) ? null : grounds.thread(), social, source.measure().by(),
				(answer != null) ? answer.by() : null, StatementView.of(source));
	}

}
