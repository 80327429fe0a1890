package org.parley.media.work;

import org.parley.platform.events.cluster.ClusterLoops;
import org.parley.platform.web.ProcessRole;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs {@link MediaWorker} in several loops on worker instances. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaWorkSettings.class)
class MediaWorkConfiguration {

	@Bean
	ClusterLoops mediaLoops(MediaWorker mediaWorker, MediaWorkSettings settings, ProcessRole role) {
		return new ClusterLoops("media-worker", role.works() ? settings.workers() : 0, mediaWorker);
	}

}
