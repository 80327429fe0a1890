package org.parley.gateway.backend;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.cloud.gateway.route.Route;

import static org.assertj.core.api.Assertions.assertThat;

class RouteInstancesTests {

	private static final BackendSettings SETTINGS = new BackendSettings(Duration.ofSeconds(1), Duration.ofSeconds(2));

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final List<Throwable> failures = new ArrayList<>();

	private boolean answers;

	private final RouteInstances routes = new RouteInstances(InstantSource.system(), new InstanceProbe(SETTINGS) {

		@Override
		Mono<Boolean> answers(URI instance) {
			return Mono.just(RouteInstancesTests.this.answers);
		}

	}, CircuitBreakerRegistry.ofDefaults(), SETTINGS);

	@AfterEach
	void restoreTime() {
		VirtualTimeScheduler.reset();
	}

	/** The second route had a call on its way when the instance became unavailable. */
	@Test
	void routesToOneAddressAgreeThatItAnswersAgain() {
		var first = this.routes.of(route("threads", "http://forum:1", "")).next();
		var second = this.routes.of(route("posts", "http://forum:1", "")).next();
		call(first, Mono.error(new IOException("closed")));
		assertThat(second.isUnavailable()).isTrue();
		this.answers = true;
		call(second, Mono.error(new IOException("closed")));
		this.time.advanceTimeBy(WatchedInstance.PAUSE);
		assertThat(List.of(first.isUnavailable(), second.isUnavailable())).containsOnly(false);
		this.failures.clear();
		call(first, Mono.never());
		call(second, Mono.never());
		assertThat(this.failures).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "http://forum:1, '', 1", "http://forum:1, http://forum:2, 2", "http://forum:1, ' , ', 1",
			"http://forum:1, http://forum:1, 1", "http://forum:1, 'http://forum:2,http://forum:2', 2" })
	void routeCountsEachAddressOnce(String uri, String others, int count) {
		assertThat(this.routes.of(route("threads", uri, others)).count()).isEqualTo(count);
	}

	private void call(WatchedInstance instance, Mono<Void> call) {
		instance.watch(call).subscribe((_) -> {
		}, this.failures::add);
	}

	private static Route route(String id, String uri, String others) {
		return Route.async().id(id).uri(uri).metadata(Map.of("others", others)).predicate((_) -> true).build();
	}

}
