package org.parley.social.report;

import org.parley.social.post.verdict.ContentDecided;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes the open reports of a post or comment when moderators decide about it. */
@Component
class ReportDecisionListener {

	private final SocialReports reports;

	ReportDecisionListener(SocialReports reports) {
		this.reports = reports;
	}

	/** Runs within the transaction of the decision. */
	@EventListener
	void on(ContentDecided decided) {
		this.reports.close(decided.contentId(), decided.decidedAt());
	}

}
