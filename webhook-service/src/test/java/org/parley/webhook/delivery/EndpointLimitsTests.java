package org.parley.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointLimitsTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(List.of(Duration.ZERO), 0, 2,
			Duration.ofHours(9), Duration.ofMinutes(1));

	private final AtomicLong nanos = new AtomicLong();

	private final EndpointLimits endpointLimits = new EndpointLimits(SETTINGS, this.nanos::get);

	@Test
	void aWayIsBusyWithAsManyAsItTakes() {
		this.endpointLimits.to("one").enter();
		assertThat(this.endpointLimits.busy()).isEmpty();
		this.endpointLimits.to("one").enter();
		this.endpointLimits.to("two").enter();
		assertThat(this.endpointLimits.busy()).containsExactly("one");
		this.endpointLimits.to("one").leave();
		assertThat(this.endpointLimits.busy()).isEmpty();
	}

	@Test
	void nobodyTakesAWayThatLeadsToTheIll() {
		for (int i = 0; i < 5; i++) {
			this.endpointLimits.to("ill").failed(Duration.ZERO);
		}
		assertThat(this.endpointLimits.busy()).containsExactly("ill");
		assertThat(this.endpointLimits.to("ill").mayTry()).isFalse();
	}

	@Test
	void aWayThatNobodyTakesIsForgotten() {
		var way = this.endpointLimits.to("one");
		this.nanos.addAndGet(Duration.ofMinutes(59).toNanos());
		assertThat(this.endpointLimits.to("one")).isSameAs(way);
		this.nanos.addAndGet(Duration.ofMinutes(30).toNanos());
		this.endpointLimits.busy();
		this.nanos.addAndGet(Duration.ofMinutes(31).toNanos());
		assertThat(this.endpointLimits.to("one")).isNotSameAs(way);
	}

}
