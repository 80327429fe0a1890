package org.parley.forum.report;

import java.time.InstantSource;

import org.parley.forum.post.moderation.PostDecided;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes the open reports of a post when moderators decide about it, and publishes an
 * event to each reporter.
 */
@Component
class ReportDecisionListener {

	private final PostReports postReports;

	private final ReportPublisher publisher;

	private final InstantSource clock;

	ReportDecisionListener(PostReports postReports, ReportPublisher publisher, InstantSource clock) {
		this.postReports = postReports;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** Runs within the transaction of the decision. */
	@EventListener
	void on(PostDecided decided) {
		var status = decided.upheld() ? ReportStatus.UPHELD : ReportStatus.DISMISSED;
		var closed = this.postReports.close(decided.postId(), status, this.clock.instant());
		this.publisher.publishClosed(decided.postId(), status, closed);
	}

}
