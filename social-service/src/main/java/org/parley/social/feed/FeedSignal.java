package org.parley.social.feed;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Wakes the rounds after a commit. */
@Component
class FeedSignal {

	private final ClusterLoops feedLoops;

	private final UnitOfWork unitOfWork;

	FeedSignal(ClusterLoops feedLoops, UnitOfWork unitOfWork) {
		this.feedLoops = feedLoops;
		this.unitOfWork = unitOfWork;
	}

	void afterCommit() {
		this.unitOfWork.afterCommit(this.feedLoops::signal);
	}

}
