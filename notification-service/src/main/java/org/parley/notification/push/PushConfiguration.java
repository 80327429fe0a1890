package org.parley.notification.push;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.security.outbound.PublicHttpClient;
import org.parley.platform.security.outbound.PublicHttpSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client and the loop that send notifications to devices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushSettings.class)
class PushConfiguration {

	@Bean
	PublicHttpClient pushHttpClient(PushSettings settings) {
		return new PublicHttpClient(new PublicHttpSettings("Parley-Push/1.0", settings.allowPrivateAddresses(),
				settings.connectTimeout(), settings.timeout()));
	}

	/** All workers send; each notification is claimed on its own. */
	@Bean
	ClusterLoop pushLoop(PushWorker pushWorker) {
		return new ClusterLoop("pushes", WorkClaim.none(), pushWorker);
	}

}
