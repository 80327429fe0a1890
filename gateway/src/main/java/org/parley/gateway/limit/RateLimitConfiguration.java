package org.parley.gateway.limit;

import java.time.InstantSource;

import reactor.core.scheduler.Schedulers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
class RateLimitConfiguration {

	@Bean
	InstantSource clock() {
		return InstantSource.system();
	}

	@Bean
	RateLimitScheduler rateLimitScheduler(RateLimiter rateLimiter, RateLimitSynchronizer synchronizer,
			RateLimitSettings settings) {
		return new RateLimitScheduler(rateLimiter, synchronizer::exchange, settings.exchange(),
				Schedulers.boundedElastic());
	}

}
