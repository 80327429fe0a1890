package org.parley.webhook.delivery;

import java.security.SecureRandom;
import java.time.InstantSource;

import org.parley.platform.web.Role;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

	@Bean
	Schedule deliverySchedule(DeliverySettings settings) {
		return new Schedule(settings, new SecureRandom());
	}

	@Bean(destroyMethod = "close")
	Delivering delivering(Deliveries deliveries, Sending sending, DeliverySettings settings, DeliverySignal signal,
			Role role, InstantSource clock) {
		return new Delivering(deliveries, sending, new Lanes(settings), signal, role, clock);
	}

}
