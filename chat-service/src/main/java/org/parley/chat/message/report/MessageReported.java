package org.parley.chat.message.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.event.ConversationReference;
import org.parley.chat.message.Message;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.message.view.MessageViews;
import org.parley.chat.person.ChatPerson;
import org.parley.chat.person.ChatPersonReference;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.domain.ReportReason;

/**
 * A member has reported a message.
 *
 * @param context the messages before and after it, oldest first
 * @param by the reporter
 */
@Publishes("message.reported")
record MessageReported(FiledReport report, QuotedMessage message, List<QuotedMessage> context,
		ConversationReference conversation, ChatPersonReference by) implements ParleyEvent {

	static MessageReported of(MessageReport report, PlacedMessage reported, List<Message> around,
			ChatPersonReference by, Map<String, ChatPerson> people) {
		var context = around.stream()
			.filter((message) -> !message.id().equals(report.messageId()))
			.map((message) -> QuotedMessage.of(message, people))
			.toList();
		return new MessageReported(new FiledReport(report.id(), report.reason(), report.note(), report.createdAt()),
				QuotedMessage.of(reported.message(), people), context,
				ConversationReference.of(reported.conversation()), by);
	}

	@Override
	public String subject() {
		return this.message.id();
	}

	@Override
	public String partitionKey() {
		return this.conversation.id();
	}

	/**
	 * A report.
	 *
	 * @param reason the category of the problem
	 * @param note an explanation in the reporter's words
	 */
	record FiledReport(String id, ReportReason reason, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
			Instant createdAt) {
	}

	/**
	 * A message as it was when the report was made.
	 *
	 * @param seq its number in the conversation
	 * @param text the text in Markdown; null if it was deleted
	 * @param version increases with every edit and the deletion
	 */
	record QuotedMessage(String id, long seq, ChatPersonReference author, @Nullable String text, Instant createdAt,
			long version) {

		static QuotedMessage of(Message message, Map<String, ChatPerson> people) {
			var author = MessageViews.person(message.authorId(), people);
			return new QuotedMessage(message.id(), message.seq(),
					new ChatPersonReference(author.id(), author.username(), author.displayName()), message.text(),
					message.createdAt(), message.version());
		}

	}

}
