package org.parley.notification.fanout;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The loop that notifies followers, in one worker at a time. */
@Configuration(proxyBeanMethods = false)
class FanOutConfiguration {

	@Bean
	ClusterLoop fanOutLoop(FollowerFanOutWorker worker, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("rounds", new Lease(mongo, clock, "rounds", Ids.next()), worker);
	}

}
