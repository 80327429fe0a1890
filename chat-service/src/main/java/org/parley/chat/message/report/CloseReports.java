package org.parley.chat.message.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.parley.chat.conversation.Conversations;
import org.parley.chat.message.Messages;
import org.parley.chat.message.PlacedMessage;
import org.parley.chat.person.ChatPeople;
import org.parley.contracts.ReportOutcome;
import org.parley.contracts.chat.MessageReportClosed;
import org.parley.contracts.chat.MessageReportClosed.NumberedMessage;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Closes the open reports of a message when moderators decide about it, and publishes an
 * event to each reporter, within the transaction of the decision.
 */
@Component
public class CloseReports {

	private final MessageReports reports;

	private final Messages messages;

	private final Conversations conversations;

	private final ChatPeople people;

	private final ApplicationEventPublisher publisher;

	CloseReports(MessageReports reports, Messages messages, Conversations conversations, ChatPeople people,
			ApplicationEventPublisher publisher) {
		this.reports = reports;
		this.messages = messages;
		this.conversations = conversations;
		this.people = people;
		this.publisher = publisher;
	}

	/**
	 * Closes the reports that were made before a decision.
	 * @param upheld whether the moderator found a violation
	 */
	public void close(String messageId, boolean upheld, Instant decidedAt) {
		var closed = this.reports.close(messageId, decidedAt);
		if (!closed.isEmpty()) {
			this.messages.find(messageId)
				.ifPresent((message) -> this.conversations.find(message.conversationId())
					.ifPresent((place) -> publish(closed, upheld, new PlacedMessage(message, place))));
		}
	}

	private void publish(List<MessageReport> closed, boolean upheld, PlacedMessage reported) {
		var reporters = this.people.byId(closed.stream().map(MessageReport::reporterId).collect(Collectors.toSet()));
		var message = new NumberedMessage(reported.message().id(), reported.message().seq());
		for (var report : closed) {
			var reporter = Objects.requireNonNull(reporters.get(report.reporterId()), "Every reporter is stored");
			this.publisher
				.publishEvent(new MessageReportClosed(ReportOutcome.of(report.id(), upheld, report.createdAt()),
						message, reported.conversation().reference(), reporter.reference()));
		}
	}

}
