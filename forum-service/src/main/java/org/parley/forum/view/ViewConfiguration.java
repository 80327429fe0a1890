package org.parley.forum.view;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

	@Bean
	ClusterLoop viewCounterLoop(ViewCounter views) {
		return new ClusterLoop("view-counter", new AlwaysClaimed(), views);
	}

	/** Every instance counts its own views. */
	private static final class AlwaysClaimed implements WorkClaim {

		@Override
		public boolean acquire() {
			return true;
		}

		@Override
		public void release() {
			// There is no lease to release.
		}

	}

}
