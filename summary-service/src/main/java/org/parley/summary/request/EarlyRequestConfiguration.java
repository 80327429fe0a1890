package org.parley.summary.request;

import java.time.InstantSource;

import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.Lease;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.summary.discussion.thread.ThreadArrived;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Runs the loop that resolves early requests, on one worker instance at a time. A thread
 * that arrives wakes it.
 */
@Configuration(proxyBeanMethods = false)
class EarlyRequestConfiguration {

	@Bean
	ClusterLoop earlyRequestLoop(EarlyRequesters requesters, ResolveEarlyRequests resolve, UnitOfWork unitOfWork,
			ProcessRole role, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("early-requests", new Lease(mongo, clock, "early-requests", Ids.next()),
				new DueBatches<>(requesters, (due) -> unitOfWork.run(() -> resolve.resolve(due)), role, clock));
	}

	@Bean
	ArrivalListener arrivalListener(ClusterLoop earlyRequestLoop, UnitOfWork unitOfWork) {
		return new ArrivalListener(earlyRequestLoop, unitOfWork);
	}

	/**
	 * Wakes the loop.
	 *
	 * @param unitOfWork the transaction in which the thread arrives, if there is one
	 */
	record ArrivalListener(ClusterLoop loop, UnitOfWork unitOfWork) {

		@EventListener
		void on(ThreadArrived arrived) {
			this.unitOfWork.afterCommit(this.loop::signal);
		}

	}

}
