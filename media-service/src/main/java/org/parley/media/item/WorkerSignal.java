package org.parley.media.item;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Wakes the workers of this instance, because a medium is due at another time. */
@Component
class WorkerSignal {

	private final ObjectProvider<ClusterLoops> workers;

	private final UnitOfWork unitOfWork;

	WorkerSignal(ObjectProvider<ClusterLoops> workers, UnitOfWork unitOfWork) {
		this.workers = workers;
		this.unitOfWork = unitOfWork;
	}

	void afterCommit() {
		this.unitOfWork.afterCommit(() -> this.workers.forEach(ClusterLoops::signal));
	}

}
