package org.parley.moderation.cases.review;

import java.time.Instant;
import java.util.List;

import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReportedMessage;

/**
 * The message of a case as moderators see it.
 *
 * @param id the message's id
 * @param seq its number in the conversation
 * @param author the author
 * @param conversation the conversation, which moderators cannot read
 * @param sentAt when it was sent
 * @param context up to five messages before and after it, oldest first; empty in lists
 */
record MessageCaseView(String id, long seq, AuthorReference author, ReportedMessage.Conversation conversation,
		Instant sentAt, List<QuotedText> context) {

	static MessageCaseView of(ReportedMessage message, boolean isFull) {
		return new MessageCaseView(message.id(), message.seq(), message.author(), message.conversation(),
				message.sentAt(), isFull ? message.context() : List.of());
	}

}
