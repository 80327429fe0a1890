package org.parley.chat.message.report;

import java.time.InstantSource;

import org.parley.chat.message.MessageAccess;
import org.parley.chat.message.report.MessageReport.MessageReportRequest;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.contracts.chat.MessageReported;
import org.parley.contracts.chat.MessageReported.FiledReport;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Reports a message, with its earlier texts and the messages around it. */
@Component
class ReportMessage {

	private final ChatPeople people;

	private final MessageAccess access;

	private final MessageQuotes quotes;

	private final MessageReports reports;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ReportMessage(ChatPeople people, MessageAccess access, MessageQuotes quotes, MessageReports reports,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.people = people;
		this.access = access;
		this.quotes = quotes;
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
		var report = MessageReport.of(reported.message(), caller.id(), request, this.clock.instant());
		var quotes = this.quotes.around(reported.message());
		var context = quotes.stream().filter((quote) -> !quote.id().equals(messageId)).toList();
		var quoted = quotes.stream().filter((quote) -> quote.id().equals(messageId)).findFirst().orElseThrow();
		this.reports.insert(report,
				new MessageReported(
						new FiledReport(report.id(), report.reason().json(), report.note(), report.createdAt()), quoted,
						context, reported.conversation().reference(), reporter.reference(),
						this.quotes.earlier(reported.message())));
		return report;
	}

}
