package org.parley.forum.counter;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Runs the counter aggregator on one instance of the cluster at a time. */
@Configuration(proxyBeanMethods = false)
class CounterConfiguration {

	@Bean
	ClusterLoop tallyFolder(CounterAggregator counterAggregator, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("tally-folder", new Lease(mongo, clock, "tally-folder", Ids.next()), counterAggregator);
	}

}
