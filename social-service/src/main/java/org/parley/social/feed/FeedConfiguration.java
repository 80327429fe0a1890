package org.parley.social.feed;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.runtime.ProcessRole;
import org.parley.social.feed.store.FeedSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the rounds on worker instances. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

	@Bean
	ClusterLoops feedLoops(FeedWorker worker, FeedSettings settings, ProcessRole role) {
		return new ClusterLoops("feed", role.works() ? settings.workers() : 0, worker);
	}

}
