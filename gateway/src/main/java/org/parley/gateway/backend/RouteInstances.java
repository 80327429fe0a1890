package org.parley.gateway.backend;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import reactor.core.scheduler.Schedulers;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;

/**
 * The instances of each route: its {@code uri}, and {@code metadata.others}, separated by
 * commas. Routes to one address share its instance, so that they agree on whether it
 * answers.
 */
@Component
class RouteInstances {

	private final Map<String, Instances> routes = new ConcurrentHashMap<>();

	/** By host and port. */
	private final Map<String, WatchedInstance> watched = new ConcurrentHashMap<>();

	private final InstantSource clock;

	private final InstanceProbe probe;

	private final CircuitBreakerRegistry breakers;

	private final BackendSettings settings;

	RouteInstances(InstantSource clock, InstanceProbe probe, CircuitBreakerRegistry breakers,
			BackendSettings settings) {
		this.clock = clock;
		this.probe = probe;
		this.breakers = breakers;
		this.settings = settings;
	}

	Instances of(Route route) {
		return this.routes.computeIfAbsent(route.getId(), (_) -> read(route));
	}

	private Instances read(Route route) {
		var others = String.valueOf(route.getMetadata().getOrDefault("others", "")).split(",");
		return new Instances(Stream
			.concat(Stream.of(route.getUri()), Stream.of(others).filter((one) -> !one.isBlank()).map(URI::create))
			.map(this::watch)
			.distinct()
			.toList(), this.clock);
	}

	private WatchedInstance watch(URI address) {
		return this.watched.computeIfAbsent(Objects.requireNonNull(address.getAuthority()),
				(authority) -> new WatchedInstance(address, this.probe::answers,
						this.breakers.circuitBreaker(authority), this.settings.suspicion(), Schedulers.parallel()));
	}

}
