package org.parley.webhook.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/**
 * The ways to all endpoints that this worker has to do with, by subscription; one that
 * nobody has taken for an hour is forgotten.
 */
final class EndpointLimits {

	private static final Duration KEPT = Duration.ofHours(1);

	private final Cache<String, EndpointLimit> lanes;

	private final DeliverySettings settings;

	private final CircuitBreakerConfig breakers;

	EndpointLimits(DeliverySettings settings) {
		this(settings, Ticker.systemTicker());
	}

	EndpointLimits(DeliverySettings settings, Ticker ticker) {
		this.lanes = Caffeine.newBuilder().ticker(ticker).expireAfterAccess(KEPT).build();
		this.settings = settings;
		this.breakers = CircuitBreakerConfig.custom()
			.slidingWindowSize(10)
			.minimumNumberOfCalls(5)
			.failureRateThreshold(80)
			.permittedNumberOfCallsInHalfOpenState(1)
			.waitDurationInOpenState(settings.rest())
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.build();
	}

	EndpointLimit to(String subscription) {
		return this.lanes.get(subscription,
				(id) -> new EndpointLimit(this.settings.perEndpoint(), CircuitBreaker.of(id, this.breakers)));
	}

	/** Those that take no more now. */
	Set<String> busy() {
		return this.lanes.asMap()
			.entrySet()
			.stream()
			.filter((lane) -> lane.getValue().isBusy())
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

}
