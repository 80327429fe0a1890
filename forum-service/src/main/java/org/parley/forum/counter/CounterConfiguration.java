package org.parley.forum.counter;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.events.cluster.WorkClaim;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Runs the counter aggregator on one instance of the cluster at a time. */
@Configuration(proxyBeanMethods = false)
class CounterConfiguration {

	@Bean
	WorkClaim tallyLease(MongoOperations mongo, InstantSource clock) {
		return new Lease(mongo, clock, "tally-folder", Ids.next());
	}

	@Bean
	ClusterLoop tallyFolder(@Qualifier("tallyLease") WorkClaim tallyLease, CounterAggregator counterAggregator) {
		return new ClusterLoop("tally-folder", tallyLease, counterAggregator);
	}

}
