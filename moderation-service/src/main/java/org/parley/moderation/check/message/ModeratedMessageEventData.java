package org.parley.moderation.check.message;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.MessagePlace;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.QuotedText;

/** The data of chat events. */
final class ModeratedMessageEventData {

	private ModeratedMessageEventData() {
	}

	/**
	 * A conversation.
	 *
	 * @param kind {@code direct}, {@code group} or {@code room}
	 * @param limited whether only the readers of a category may enter the room
	 */
	record Conversation(String id, String kind, @Nullable Boolean limited) {

		boolean isRoom() {
			return this.kind.equals("room");
		}

		ModeratedThreadReference reference(AuthorReference author) {
			return MessagePlace.of(this.kind, Boolean.TRUE.equals(this.limited)).conversation(this.id, author);
		}

	}

	/**
	 * A message of a room was written or edited.
	 *
	 * @param conversation the room
	 */
	record Written(WrittenMessage message, Conversation conversation) {
	}

	/**
	 * A message of a room.
	 *
	 * @param seq its number in the room
	 * @param text the text in Markdown; empty for media alone
	 * @param version increases with every change
	 */
	record WrittenMessage(String id, long seq, AuthorReference author, String text, long version) {

		ModeratedPostReference reference() {
			return new ModeratedPostReference(this.id, Math.toIntExact(this.seq), this.author);
		}

	}

	/**
	 * A message of a room is gone.
	 *
	 * @param conversation the room
	 */
	record Gone(GoneMessage message, Conversation conversation, long version) {
	}

	/** A message that is gone. */
	record GoneMessage(String id, AuthorReference author) {

		/** The reference without the number, which nobody needs any more. */
		ModeratedPostReference reference() {
			return new ModeratedPostReference(this.id, 0, this.author);
		}

	}

	/**
	 * A member has reported a message.
	 *
	 * @param context the messages before and after it
	 */
	record Reported(Filed report, Quotation message, List<Quotation> context, Conversation conversation) {

		/** The message is shown when it is reported, so it has a text. */
		CaseGrounds grounds() {
			var author = this.message.author();
			var text = (this.message.text() != null) ? this.message.text() : "";
			return new CaseGrounds(
					new ModeratedPostReference(this.message.id(), Math.toIntExact(this.message.seq()), author),
					this.conversation.reference(author), new ContentRevision(this.message.version(), 0), text, null,
					List.of("report/" + this.report.reason()));
		}

		List<QuotedText> quoted() {
			return this.context.stream().map(Quotation::quoted).toList();
		}

	}

	/**
	 * A report.
	 *
	 * @param reason a stable code
	 */
	record Filed(String reason) {
	}

	/**
	 * A message when it was reported.
	 *
	 * @param seq its number in the conversation
	 * @param text the text in Markdown; null if it was deleted
	 * @param createdAt when it was sent
	 * @param version increases with every change
	 */
	record Quotation(String id, long seq, AuthorReference author, @Nullable String text, Instant createdAt,
			long version) {

		QuotedText quoted() {
			return new QuotedText(this.id, this.seq, this.author, this.text, this.createdAt);
		}

	}

}
