package org.parley.social.report;

import java.time.Instant;
import java.time.InstantSource;

import org.parley.contracts.social.SocialReportFiled;
import org.parley.contracts.social.SocialReportFiled.FiledReport;
import org.parley.social.person.SocialPerson;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes reports, within the transaction of the caller. */
@Component
class SocialReportPublisher {

	private final ReportContext context;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	SocialReportPublisher(ReportContext context, ApplicationEventPublisher publisher, InstantSource clock) {
		this.context = context;
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

}
