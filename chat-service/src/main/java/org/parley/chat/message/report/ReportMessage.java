package org.parley.chat.message.report;

import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.chat.message.Message;
import org.parley.chat.message.MessageAccess;
import org.parley.chat.message.Messages;
import org.parley.chat.message.report.MessageReport.MessageReportRequest;
import org.parley.chat.message.view.MessageViews;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.MessageReported;
import org.parley.contracts.chat.MessageReported.FiledReport;
import org.parley.contracts.chat.MessageReported.QuotedMessage;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Reports a message, with the messages around it. */
@Component
class ReportMessage {

	private final ChatPeople people;

	private final MessageAccess access;

	private final Messages messages;

	private final MessageReports reports;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ReportMessage(ChatPeople people, MessageAccess access, Messages messages, MessageReports reports,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.people = people;
		this.access = access;
		this.messages = messages;
		this.reports = reports;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	MessageReport report(String messageId, MessageReportRequest request, Caller caller) {
		var reporter = this.people.requireWriter(caller);
		return this.unitOfWork.run(() -> report(messageId, request, reporter, caller));
	}

	private MessageReport report(String messageId, MessageReportRequest request, ChatPerson reporter, Caller caller) {
		var reported = this.access.require(messageId, caller);
		var message = reported.message();
		var around = this.messages.between(message.conversationId(), message.seq() - MessageReport.AROUND,
				message.seq() + MessageReport.AROUND);
		var report = MessageReport.of(message, around, caller.id(), request, this.clock.instant());
		var authors = this.people.byId(around.stream().map(Message::authorId).collect(Collectors.toSet()));
		var context = around.stream()
			.filter((one) -> !one.id().equals(messageId))
			.map((one) -> quote(one, authors))
			.toList();
		this.reports.insert(report,
				new MessageReported(
						new FiledReport(report.id(), report.reason().json(), report.note(), report.createdAt()),
						quote(message, authors), context, reported.conversation().reference(), reporter.reference()));
		return report;
	}

	private static QuotedMessage quote(Message message, Map<String, ChatPerson> people) {
		var author = MessageViews.person(message.authorId(), people);
		return new QuotedMessage(message.id(), message.seq(),
				new PersonReference(author.id(), author.username(), author.displayName()), message.text(),
				message.createdAt(), message.textVersion());
	}

}
