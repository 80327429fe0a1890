package org.parley.webhook.delivery;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/** The ways to all endpoints that this worker has to do with, by subscription. */
final class Lanes {

	private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

	private final DeliverySettings settings;

	private final CircuitBreakerConfig breakers;

	Lanes(DeliverySettings settings) {
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

	Lane to(String subscription) {
		return this.lanes.computeIfAbsent(subscription,
				(id) -> new Lane(this.settings.perEndpoint(), CircuitBreaker.of(id, this.breakers)));
	}

	/** Those that take no more now. */
	Set<String> busy() {
		return this.lanes.entrySet()
			.stream()
			.filter((lane) -> lane.getValue().isBusy())
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Forgets a way that leads nowhere. */
	void close(String subscription) {
		this.lanes.remove(subscription);
	}

}
