package org.parley.moderation.cases.message;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReportedMessage;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Opens cases for reports of messages. */
@EventConsumer("ai_moderation")
class MessageReportListener {

	private final OpenMessageCase openMessageCase;

	MessageReportListener(OpenMessageCase openMessageCase) {
		this.openMessageCase = openMessageCase;
	}

	@EventHandler("message.reported")
	void on(Reported reported) {
		this.openMessageCase.open(reported.toMessage());
	}

	/**
	 * A member has reported a message.
	 *
	 * @param report the report
	 * @param message the message
	 * @param context the messages before and after it
	 * @param conversation its conversation
	 */
	record Reported(Filed report, Quotation message, List<Quotation> context,
			ReportedMessage.Conversation conversation) {

		/** The message is shown when it is reported, so it has a text. */
		ReportedMessage toMessage() {
			var text = (this.message.text() != null) ? this.message.text() : "";
			return new ReportedMessage(this.message.id(), this.message.seq(), this.message.author(), this.conversation,
					text, this.message.version(), this.message.createdAt(),
					this.context.stream().map(Quotation::quoted).toList(), List.of("report/" + this.report.reason()));
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
	 * @param id the id
	 * @param seq its number in the conversation
	 * @param author the author
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
