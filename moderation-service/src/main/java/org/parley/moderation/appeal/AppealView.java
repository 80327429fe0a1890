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
 * @param caseId the case of the decision
 * @param post the post and its author; null unless the decision is about one of the forum
 * @param thread the post's thread
 * @param message the message; null unless the decision is about one
 * @param social the social post or comment; null unless the decision is about one
 * @param decidedBy the moderator who decided; null if a check decided
 * @param answeredBy the moderator who answered
 * @param statement the statement of the decision, with the appeal
 */
record AppealView(String id, String caseId, @Nullable ModeratedPostReference post,
		@Nullable ModeratedThreadReference thread, @Nullable AppealedMessage message, @Nullable SocialReference social,
		@Nullable AuthorReference decidedBy, @Nullable AuthorReference answeredBy, StatementView statement) {

	static AppealView of(Statement source) {
		var appeal = source.appeal().orElseThrow();
		var answer = appeal.answer();
		var grounds = source.grounds();
		var message = grounds.message();
		return new AppealView(appeal.id(), source.caseId(), grounds.isPost() ? grounds.post() : null,
				grounds.isPost() ? grounds.thread() : null,
				(message != null) ? new AppealedMessage(message.id(), grounds.post().number(), message.author()) : null,
				grounds.social(), source.measure().by(), (answer != null) ? answer.by() : null,
				StatementView.of(source));
	}

	/**
	 * A message of a conversation, which moderators cannot read.
	 *
	 * @param id the message's id
	 * @param seq its number in the conversation
	 */
	record AppealedMessage(String id, long seq, AuthorReference author) {
	}

}
