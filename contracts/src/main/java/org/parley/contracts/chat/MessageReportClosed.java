package org.parley.contracts.chat;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.ReportOutcome;

/**
 * Moderators have decided about a reported message.
 *
 * @param message the reported message
 */
@Publishes("message-report.closed")
public record MessageReportClosed(ReportOutcome report, NumberedMessage message, ConversationReference conversation,
		PersonReference reporter) implements ConversationEvent {

	@Override
	public String subject() {
		return this.report.id();
	}

	/**
	 * A message without its author and text.
	 *
	 * @param seq its number in the conversation
	 */
	public record NumberedMessage(String id, long seq) {
	}

}
