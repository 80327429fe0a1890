package org.parley.forum.relocation;

import java.util.function.Supplier;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Hands relocations over to the worker. */
@Component
class RelocationQueue {

	private final UnitOfWork unitOfWork;

	private final ClusterLoop worker;

	RelocationQueue(UnitOfWork unitOfWork, @Qualifier("relocationLoop") ClusterLoop worker) {
		this.unitOfWork = unitOfWork;
		this.worker = worker;
	}

	/** Saves a relocation in one transaction and wakes the worker. */
	ThreadRelocation submit(Supplier<ThreadRelocation> request) {
		var relocation = this.unitOfWork.run(request);
		this.worker.signal();
		return relocation;
	}

}
