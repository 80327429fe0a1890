package org.parley.summary.request;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Runs the loop that resolves early requests: in one worker at a time. */
@Configuration(proxyBeanMethods = false)
class EarlyRequestConfiguration {

	@Bean
	ClusterLoop earlyRequests(ResolveEarlyRequests work, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("early-requests", new Lease(mongo, clock, "early-requests", Ids.next()), work);
	}

}
