package org.parley.forum.view;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.WorkClaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

	@Bean
	ClusterLoop viewCounter(ViewCounter views) {
		return new ClusterLoop("view-counter", new Always(), views);
	}

	/** Each instance counts what it has seen. */
	private static final class Always implements WorkClaim {

		@Override
		public boolean acquire() {
			return true;
		}

		@Override
		public void release() {
			// Nobody waits for it.
		}

	}

}
