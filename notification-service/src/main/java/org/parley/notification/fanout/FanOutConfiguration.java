package org.parley.notification.fanout;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that notifies followers. */
@Configuration(proxyBeanMethods = false)
class FanOutConfiguration {

	/** All workers notify followers; each round is claimed on its own. */
	@Bean
	ClusterLoop fanOutLoop(FollowerFanOutWorker worker) {
		return new ClusterLoop("rounds", WorkClaim.none(), worker);
	}

}
