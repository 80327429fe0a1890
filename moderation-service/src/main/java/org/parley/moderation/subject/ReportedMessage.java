package org.parley.moderation.subject;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A reported message of a conversation, with the messages around it as they were when it
 * was reported first.
 *
 * @param id the id
 * @param seq its number in the conversation
 * @param author the author
 * @param conversation the conversation
 * @param text the text in Markdown
 * @param version the version of the message
 * @param sentAt when it was sent
 * @param context up to five messages before and after it, oldest first
 * @param reasons stable codes of the reports
 */
public record ReportedMessage(String id, long seq, AuthorReference author, Conversation conversation, String text,
		long version, Instant sentAt, List<QuotedText> context, List<String> reasons) {

	/** Returns a copy with the reasons of another report. */
	public ReportedMessage withReasons(List<String> more) {
		var all = Stream.concat(this.reasons.stream(), more.stream()).distinct().toList();
		return new ReportedMessage(this.id, this.seq, this.author, this.conversation, this.text, this.version,
				this.sentAt, this.context, all);
	}

	public ContentReference content() {
		return new ContentReference.MessageContent(new Reference(this.id, this.author), this.conversation);
	}

	/**
	 * A reference to a conversation.
	 *
	 * @param id the id
	 * @param kind {@code direct}, {@code group} or {@code room}
	 */
	public record Conversation(String id, String kind) {
	}

	/**
	 * A reference to a message, as in events.
	 *
	 * @param id the id
	 * @param author the author
	 */
	public record Reference(String id, AuthorReference author) {
	}

}
