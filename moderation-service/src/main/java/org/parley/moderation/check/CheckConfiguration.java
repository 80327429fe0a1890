package org.parley.moderation.check;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs {@link CheckWorker} in several loops on worker instances. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckSettings.class)
class CheckConfiguration {

	@Bean
	ClusterLoops checkLoops(ProcessRole role, CheckSettings settings, CheckWorker checkWorker) {
		return new ClusterLoops("checks", role.works() ? settings.atOnce() : 0, checkWorker);
	}

}
