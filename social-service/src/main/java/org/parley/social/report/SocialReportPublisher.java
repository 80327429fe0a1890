package org.parley.social.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import org.parley.platform.events.privacy.DeletedUser;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.person.SocialPersonReference;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes reports, within the transaction of the caller. */
@Component
class SocialReportPublisher {

	private final SocialPeople people;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	SocialReportPublisher(SocialPeople people, ApplicationEventPublisher publisher, InstantSource clock) {
		this.people = people;
		this.publisher = publisher;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	void publishFiled(SocialReport report, ReportedSubject reported, SocialPerson reporter) {
		var author = this.people.find(Set.of(reported.authorId())).get(reported.authorId());
		var subject = new SocialReportFiled.ReportedText(reported.kind(), reported.id(), reported.postId(),
				(author != null) ? author.reference() : new SocialPersonReference(reported.authorId(),
						DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME),
				reported.text(), reported.version());
		this.publisher.publishEvent(
				new SocialReportFiled(SocialReportFiled.FiledReport.of(report), subject, reporter.reference()));
	}

}
