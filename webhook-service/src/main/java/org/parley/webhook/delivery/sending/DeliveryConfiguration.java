package org.parley.webhook.delivery.sending;

import java.security.SecureRandom;
import java.time.InstantSource;

import org.parley.platform.mongo.cluster.WorkSignals;
import org.parley.platform.runtime.ProcessRole;
import org.parley.webhook.delivery.Deliveries;
import org.parley.webhook.delivery.DeliverySettings;
import org.parley.webhook.delivery.DeliverySignal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delivery worker and its retry schedule. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

	@Bean
	RetrySchedule retrySchedule(DeliverySettings settings) {
		return new RetrySchedule(settings, new SecureRandom());
	}

	@Bean(destroyMethod = "close")
	DeliveryWorker deliveryWorker(Deliveries deliveries, SendDeliveries sendDeliveries, DeliverySettings settings,
			DeliverySignal signal, WorkSignals workSignals, ProcessRole processRole, InstantSource clock) {
		var worker = new DeliveryWorker(deliveries, sendDeliveries, new EndpointLimits(settings), signal, processRole,
				clock);
		worker.connectTo(workSignals);
		return worker;
	}

}
