package org.parley.moderation.cases.review;

import java.time.Instant;
import java.util.List;

import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentReference;
import org.parley.moderation.subject.ModeratedConversationReference;
import org.parley.moderation.subject.QuotedText;
import org.parley.platform.domain.Ids;

/**
 * The message of a case as moderators see it.
 *
 * @param seq its number in the conversation
 * @param conversation the conversation, which moderators cannot read
 * @param context of a reported message up to five messages before and after it, oldest
 * first; empty in lists
 */
record MessageCaseView(String id, long seq, AuthorReference author, ModeratedConversationReference conversation,
		Instant sentAt, List<QuotedText> context) {

	/** The id of a message begins with the time at which it was sent. */
	static MessageCaseView of(ContentReference.MessageContent content, ModerationCase source, boolean isFull) {
		return new MessageCaseView(content.id(), source.grounds().post().number(), content.author(),
				content.conversation(), Ids.timeOf(content.id()).orElseGet(source::openedAt),
				isFull ? source.context() : List.of());
	}

}
