package org.parley.webhook.delivery;

import java.security.SecureRandom;
import java.time.InstantSource;

import org.parley.platform.web.ProcessRole;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

	@Bean
	RetrySchedule deliverySchedule(DeliverySettings settings) {
		return new RetrySchedule(settings, new SecureRandom());
	}

	@Bean(destroyMethod = "close")
	DeliveryWorker delivering(Deliveries deliveries, SendDelivery sendDelivery, DeliverySettings settings,
			DeliverySignal signal, ProcessRole processRole, InstantSource clock) {
		return new DeliveryWorker(deliveries, sendDelivery, new EndpointLimits(settings), signal, processRole, clock);
	}

}
