package org.parley.summary.job;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.runtime.ProcessRole;
import org.parley.summary.engine.SummarySettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs {@link SummaryWorker} in several loops on worker instances. */
@Configuration(proxyBeanMethods = false)
class SummaryJobConfiguration {

	@Bean
	ClusterLoops summaryLoops(SummaryWorker summaryWorker, SummarySettings settings, ProcessRole role) {
		return new ClusterLoops("summary-worker", role.works() ? settings.workers() : 0, summaryWorker);
	}

}
