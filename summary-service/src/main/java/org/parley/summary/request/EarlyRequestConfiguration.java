package org.parley.summary.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.DueWork;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
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
	ClusterLoop earlyRequests(EarlyRequesters requesters, ResolveEarlyRequests resolve, ProcessRole role,
			MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("early-requests", new Lease(mongo, clock, "early-requests", Ids.next()),
				new Worker(requesters, resolve, role, clock));
	}

	@Bean
	ArrivalListener arrivalListener(ClusterLoop earlyRequests, UnitOfWork unitOfWork) {
		return new ArrivalListener(earlyRequests, unitOfWork);
	}

	/**
	 * Wakes the loop.
	 *
	 * @param loop the loop
	 * @param unitOfWork the transaction in which the thread arrives, if there is one
	 */
	record ArrivalListener(ClusterLoop loop, UnitOfWork unitOfWork) {

		@EventListener
		void on(ThreadArrived arrived) {
			this.unitOfWork.afterCommit(this.loop::signal);
		}

	}

	/** Resolves due requests in batches. */
	private static final class Worker extends DueWork {

		private static final int BATCH = 50;

		private final EarlyRequesters requesters;

		private final ResolveEarlyRequests resolve;

		private final ProcessRole role;

		private final InstantSource clock;

		Worker(EarlyRequesters requesters, ResolveEarlyRequests resolve, ProcessRole role, InstantSource clock) {
			super(clock);
			this.requesters = requesters;
			this.resolve = resolve;
			this.role = role;
			this.clock = clock;
		}

		@Override
		protected Optional<Instant> findNextDue() {
			return this.role.works() ? this.requesters.findNextDue() : Optional.empty();
		}

		@Override
		public boolean doBatch() {
			var due = this.requesters.findDue(this.clock.instant(), BATCH);
			due.forEach(this.resolve::resolve);
			return !due.isEmpty();
		}

	}

}
