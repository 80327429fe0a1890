package org.parley.moderation.replay;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs {@link ReplayWorker} on worker instances. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

	@Bean
	ClusterLoops replayLoops(ProcessRole role, ReplayWorker replayWorker) {
		return new ClusterLoops("replays", role.works() ? 1 : 0, replayWorker);
	}

}
