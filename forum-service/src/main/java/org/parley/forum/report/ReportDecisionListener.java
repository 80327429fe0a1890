package org.parley.forum.report;

import java.time.InstantSource;

import org.parley.forum.post.moderation.PostDecided;
import org.parley.platform.mongo.transaction.UnitOfWork;

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

	private final UnitOfWork work;

	private final InstantSource clock;

	ReportDecisionListener(PostReports postReports, ReportPublisher publisher, UnitOfWork work, InstantSource clock) {
		this.postReports = postReports;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	/** Runs within the transaction of the decision, if there is one. */
	@EventListener
	void on(PostDecided decided) {
		this.work.run(() -> {
			var status = decided.upheld() ? ReportStatus.UPHELD : ReportStatus.DISMISSED;
			var closed = this.postReports.close(decided.postId(), status, this.clock.instant());
			this.publisher.publishClosed(decided.postId(), status, closed);
		});
	}

}
