package org.parley.summary.request;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;
import org.parley.platform.web.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Runs the loop that resolves early requests, on one worker instance at a time. */
@Configuration(proxyBeanMethods = false)
class EarlyRequestConfiguration {

	@Bean
	ClusterLoop earlyRequests(EarlyRequesters requesters, ResolveEarlyRequests resolve, ProcessRole role,
			MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("early-requests", new Lease(mongo, clock, "early-requests", Ids.next()),
				new Worker(requesters, resolve, role, clock));
	}

	/**
	 * Resolves due requests in batches.
	 *
	 * @param requesters the stored requesters
	 * @param resolve the use case
	 * @param role the role of this instance
	 * @param clock the clock
	 */
	private record Worker(EarlyRequesters requesters, ResolveEarlyRequests resolve, ProcessRole role,
			InstantSource clock) implements ClusterLoop.Work {

		private static final int BATCH = 50;

		@Override
		public boolean waits() {
			return this.role.works() && this.requesters.hasDue(this.clock.instant());
		}

		@Override
		public boolean doBatch() {
			var due = this.requesters.findDue(this.clock.instant(), BATCH);
			due.forEach(this.resolve::resolve);
			return due.size() == BATCH;
		}

	}

}
