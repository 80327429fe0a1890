package org.parley.notification.dispatch;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.WorkClaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loop that dispatches deferred news. */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

	/** Of two workers that dispatch the same news, the second transaction is retried. */
	@Bean
	ClusterLoop deferredNewsLoop(DeferredNewsWorker worker) {
		return new ClusterLoop("late-news", WorkClaim.none(), worker);
	}

}
