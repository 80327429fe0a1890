package org.parley.social.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

import org.parley.contracts.ReportOutcome;
import org.parley.contracts.social.SocialReportClosed;
import org.parley.contracts.social.SocialReportClosed.ReportedContent;
import org.parley.contracts.social.SocialReportFiled;
import org.parley.contracts.social.SocialReportFiled.FiledReport;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes reports and their outcomes, within the transaction of the caller. */
@Component
class SocialReportPublisher {

	private final ReportContext context;

	private final SocialPeople people;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	SocialReportPublisher(ReportContext context, SocialPeople people, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.context = context;
		this.people = people;
		this.publisher = publisher;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	void publishFiled(SocialReport report, ReportedSubject reported, SocialPerson reporter) {
		this.publisher.publishEvent(new SocialReportFiled(
				new FiledReport(report.id(), report.reason().json(), report.note(), report.createdAt()),
				this.context.describe(reported), this.context.around(reported), reporter.reference()));
	}

	/** Publishes one event for each of some closed reports. */
	void publishClosed(List<SocialReport> closed, boolean upheld) {
		var reporters = this.people.find(closed.stream().map(SocialReport::reporterId).collect(Collectors.toSet()));
		closed.forEach((report) -> this.publisher
			.publishEvent(new SocialReportClosed(ReportOutcome.of(report.id(), upheld, report.createdAt()),
					new ReportedContent(report.kind(), report.targetId(), report.postId()),
					SocialPerson.reference(report.reporterId(), reporters))));
	}

}
