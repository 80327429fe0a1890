package org.parley.notification.dispatch;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The loop that dispatches deferred news, in one worker at a time. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

	@Bean
	ClusterLoop deferredNewsLoop(DeferredNewsWorker worker, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("late-news", new Lease(mongo, clock, "late-news", Ids.next()), worker);
	}

}
