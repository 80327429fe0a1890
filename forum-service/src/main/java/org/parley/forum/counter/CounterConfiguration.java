package org.parley.forum.counter;

import java.time.InstantSource;

import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.Lease;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Runs the counter aggregator on one instance of the cluster at a time. */
@Configuration(proxyBeanMethods = false)
class CounterConfiguration {

	@Bean
	ClusterLoop counterLoop(CounterAggregator counterAggregator, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("counter-aggregator", new Lease(mongo, clock, "counter-aggregator", Ids.next()),
				counterAggregator);
	}

}
