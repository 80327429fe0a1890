package org.parley.forum.report;

import java.time.InstantSource;

import org.parley.forum.post.PostDecided;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a moderator has decided about a post answers all that was reported of it. */
@Component
class DecisionListener {

	private final Reports reports;

	private final InstantSource clock;

	DecisionListener(Reports reports, InstantSource clock) {
		this.reports = reports;
		this.clock = clock;
	}

	/** Within the transaction of the decision. */
	@EventListener
	void on(PostDecided decided) {
		this.reports.close(decided.postId(), decided.upheld() ? ReportStatus.UPHELD : ReportStatus.DISMISSED,
				this.clock.instant());
	}

}
