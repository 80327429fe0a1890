package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.parley.webhook.delivery.DeliverySettings;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointLimitsTests {

	private static final DeliverySettings SETTINGS = settings(2);

	private final AtomicLong nanos = new AtomicLong();

	private final EndpointLimits endpointLimits = new EndpointLimits(SETTINGS, this.nanos::get);

	@Test
	void endpointIsBusyAtItsLimit() {
		this.endpointLimits.get("one").enter();
		assertThat(this.endpointLimits.busy()).isEmpty();
		this.endpointLimits.get("one").enter();
		this.endpointLimits.get("two").enter();
		assertThat(this.endpointLimits.busy()).containsExactly("one");
		this.endpointLimits.get("one").leave();
		assertThat(this.endpointLimits.busy()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1, 64", "20, 64", "100, 50", "600, 10", "2000, 10" })
	void quickEndpointGetsMoreAhead(long millis, int room) {
		var limits = new EndpointLimits(settings(10), this.nanos::get);
		assertThat(limits.get("one").room()).as("before it has answered").isEqualTo(2);
		limits.get("one").recordSuccess(Duration.ofMillis(millis));
		assertThat(limits.get("one").room()).isEqualTo(room);
		limits.get("one").enter();
		assertThat(limits.get("one").room()).isEqualTo(room - 1);
		limits.get("one").recordFailure(Duration.ofMillis(millis));
		assertThat(limits.get("one").room()).as("after a failure").isEqualTo(1);
	}

	@Test
	void requestsOfAnEndpointAreLimited() {
		var limit = this.endpointLimits.get("one");
		assertThat(limit.begin(Duration.ZERO)).isTrue();
		assertThat(limit.begin(Duration.ZERO)).isTrue();
		assertThat(limit.begin(Duration.ZERO)).isFalse();
		limit.end();
		assertThat(limit.begin(Duration.ZERO)).isTrue();
	}

	@Test
	void failingEndpointIsBusy() {
		for (int i = 0; i < 5; i++) {
			this.endpointLimits.get("failing").recordFailure(Duration.ZERO);
		}
		assertThat(this.endpointLimits.busy()).containsExactly("failing");
		assertThat(this.endpointLimits.get("failing").acquirePermission()).isFalse();
	}

	@Test
	void recoveringEndpointIsTriedAgainAfterAnAttemptWithoutOutcome() {
		var breaker = CircuitBreaker.of("one",
				CircuitBreakerConfig.custom().permittedNumberOfCallsInHalfOpenState(1).build());
		breaker.transitionToOpenState();
		breaker.transitionToHalfOpenState();
		var limit = new EndpointLimit(2, breaker);
		assertThat(limit.acquirePermission()).isTrue();
		assertThat(limit.acquirePermission()).isFalse();
		limit.releasePermission();
		assertThat(limit.acquirePermission()).isTrue();
	}

	@Test
	void unusedLimitIsRemoved() {
		var limit = this.endpointLimits.get("one");
		this.nanos.addAndGet(Duration.ofMinutes(59).toNanos());
		assertThat(this.endpointLimits.get("one")).isSameAs(limit);
		this.nanos.addAndGet(Duration.ofMinutes(30).toNanos());
		this.endpointLimits.busy();
		this.nanos.addAndGet(Duration.ofMinutes(31).toNanos());
		assertThat(this.endpointLimits.get("one")).isNotSameAs(limit);
	}

	private static DeliverySettings settings(int perEndpoint) {
		return new DeliverySettings(List.of(Duration.ZERO), 0, perEndpoint, Duration.ofHours(9), Duration.ofMinutes(1));
	}

}
