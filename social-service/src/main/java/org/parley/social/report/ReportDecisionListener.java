package org.parley.social.report;

import org.parley.social.post.verdict.ContentDecided;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes the open reports of a post or comment when moderators decide about it, and
 * publishes an event to each reporter.
 */
@Component
class ReportDecisionListener {

	private final SocialReports reports;

	private final SocialReportPublisher publisher;

	ReportDecisionListener(SocialReports reports, SocialReportPublisher publisher) {
		this.reports = reports;
		this.publisher = publisher;
	}

	/** Runs within the transaction of the decision. */
	@EventListener
	void on(ContentDecided decided) {
		var closed = this.reports.close(decided.contentId(), decided.decidedAt());
		this.publisher.publishClosed(closed, decided.upheld());
	}

}
