package org.parley.gateway.limit;

import java.time.InstantSource;

import org.parley.gateway.token.RequestAccessTokens;
import org.parley.platform.runtime.settings.Refreshable;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
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
	Refreshable<RateLimitPolicies> rateLimitPolicies(ObjectProvider<RateLimitSettings> settings,
			RequestAccessTokens tokens) {
		return new Refreshable<>("parley.gateway.limits", settings::getObject,
				(present) -> new RateLimitPolicies(present, tokens));
	}

	@Bean
	RateLimitScheduler rateLimitScheduler(RateLimiter rateLimiter, RateLimitSynchronizer synchronizer,
			RateLimitSettings settings) {
		return new RateLimitScheduler(rateLimiter, synchronizer::exchange, settings.exchange(),
				Schedulers.boundedElastic());
	}

}
