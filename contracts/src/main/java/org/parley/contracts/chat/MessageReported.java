package org.parley.contracts.chat;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.media.AttachedMedium;

/**
 * A member has reported a message.
 *
 * @param context the messages before and after it, oldest first
 * @param by the reporter
 * @param earlierTexts the other texts that the message had, oldest first; null if there
 * are none
 */
@Publishes("message.reported")
public record MessageReported(FiledReport report, QuotedMessage message, List<QuotedMessage> context,
		ConversationReference conversation, PersonReference by,
		@OptionalValue @Nullable List<EarlierText> earlierTexts) implements ConversationEvent {

	@Override
	public String subject() {
		return this.message.id();
	}

	/**
	 * A report.
	 *
	 * @param reason the code of the problem
	 * @param note an explanation in the reporter's words
	 */
	public record FiledReport(String id, String reason, @OptionalValue @Nullable String note, Instant createdAt) {
	}

	/**
	 * A text that a message had before an edit.
	 *
	 * @param text the text in Markdown
	 * @param version the version of the message that had the text
	 * @param replacedAt when another text replaced it
	 */
	public record EarlierText(String text, long version, Instant replacedAt) {
	}

	/**
	 * A message as it was when the report was made.
	 *
	 * @param seq its number in the conversation
	 * @param text the text in Markdown; null if it was deleted
	 * @param attachments the attached media; null if there are none
	 * @param version increases with every edit and the deletion
	 */
	public record QuotedMessage(String id, long seq, PersonReference author, @Nullable String text,
			@OptionalValue @Nullable List<AttachedMedium> attachments, Instant createdAt, long version) {
	}

}
