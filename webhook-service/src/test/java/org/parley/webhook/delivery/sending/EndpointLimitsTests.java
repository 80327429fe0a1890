package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.parley.webhook.delivery.DeliverySettings;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointLimitsTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(List.of(Duration.ZERO), 0, 2,
			Duration.ofHours(9), Duration.ofMinutes(1));

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

	@Test
	void failingEndpointIsBusy() {
		for (int i = 0; i < 5; i++) {
			this.endpointLimits.get("failing").recordFailure(Duration.ZERO);
		}
		assertThat(this.endpointLimits.busy()).containsExactly("failing");
		assertThat(this.endpointLimits.get("failing").acquirePermission()).isFalse();
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

}
