package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.parley.webhook.delivery.DeliverySettings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/**
 * The limits of all endpoints by subscription; unused ones are removed after an hour.
 */
final class EndpointLimits {

	private static final Duration KEPT = Duration.ofHours(1);

	private final Cache<String, EndpointLimit> limits;

	private final DeliverySettings settings;

	private final CircuitBreakerConfig breakers;

	EndpointLimits(DeliverySettings settings) {
		this(settings, Ticker.systemTicker());
	}

	EndpointLimits(DeliverySettings settings, Ticker ticker) {
		this.limits = Caffeine.newBuilder().ticker(ticker).expireAfterAccess(KEPT).build();
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

	EndpointLimit get(String subscription) {
		return this.limits.get(subscription,
				(id) -> new EndpointLimit(this.settings.perEndpoint(), CircuitBreaker.of(id, this.breakers)));
	}

	/** The subscriptions whose endpoints allow no further request now. */
	Set<String> busy() {
		return this.limits.asMap()
			.entrySet()
			.stream()
			.filter((limit) -> limit.getValue().room() == 0)
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

}
