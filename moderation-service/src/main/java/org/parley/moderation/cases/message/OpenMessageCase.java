package org.parley.moderation.cases.message;

import java.time.InstantSource;

import org.parley.moderation.cases.CaseOpened;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.subject.ReportedMessage;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case about a message or extends the unresolved one, within the caller's
 * transaction. No check and no model sees the message.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OpenMessageCase {

	private final Cases cases;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	OpenMessageCase(Cases cases, ApplicationEventPublisher publisher, InstantSource clock) {
		this.cases = cases;
		this.publisher = publisher;
		this.clock = clock;
	}

	void open(ReportedMessage reported) {
		this.cases.findUnresolvedOfMessage(reported.id()).ifPresentOrElse((open) -> {
			open.report(reported.reasons());
			this.cases.update(open);
		}, () -> {
			var opened = ModerationCase.openReported(reported, this.clock.instant());
			this.cases.insert(opened);
			this.publisher.publishEvent(CaseOpened.of(opened));
		});
	}

}
