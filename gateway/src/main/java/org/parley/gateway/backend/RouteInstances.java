package org.parley.gateway.backend;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;

/**
 * The instances of each route: its {@code uri}, and {@code metadata.others}, separated by
 * commas.
 */
@Component
class RouteInstances {

	private final Map<String, Instances> routes = new ConcurrentHashMap<>();

	private final InstantSource clock;

	RouteInstances(InstantSource clock) {
		this.clock = clock;
	}

	Instances of(Route route) {
		return this.routes.computeIfAbsent(route.getId(), (_) -> read(route));
	}

	private Instances read(Route route) {
		var others = String.valueOf(route.getMetadata().getOrDefault("others", "")).split(",");
		return new Instances(Stream
			.concat(Stream.of(route.getUri()), Stream.of(others).filter((one) -> !one.isBlank()).map(URI::create))
			.toList(), this.clock);
	}

}
