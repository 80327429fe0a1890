package org.parley.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanesTests {

	private static final DeliverySettings SETTINGS = new DeliverySettings(List.of(Duration.ZERO), 0, 2,
			Duration.ofHours(9), Duration.ofMinutes(1));

	private final AtomicLong nanos = new AtomicLong();

	private final Lanes lanes = new Lanes(SETTINGS, this.nanos::get);

	@Test
	void aWayIsBusyWithAsManyAsItTakes() {
		this.lanes.to("one").enter();
		assertThat(this.lanes.busy()).isEmpty();
		this.lanes.to("one").enter();
		this.lanes.to("two").enter();
		assertThat(this.lanes.busy()).containsExactly("one");
		this.lanes.to("one").leave();
		assertThat(this.lanes.busy()).isEmpty();
	}

	@Test
	void nobodyTakesAWayThatLeadsToTheIll() {
		for (int i = 0; i < 5; i++) {
			this.lanes.to("ill").failed(Duration.ZERO);
		}
		assertThat(this.lanes.busy()).containsExactly("ill");
		assertThat(this.lanes.to("ill").mayTry()).isFalse();
	}

	@Test
	void aWayThatNobodyTakesIsForgotten() {
		var way = this.lanes.to("one");
		this.nanos.addAndGet(Duration.ofMinutes(59).toNanos());
		assertThat(this.lanes.to("one")).isSameAs(way);
		this.nanos.addAndGet(Duration.ofMinutes(30).toNanos());
		this.lanes.busy();
		this.nanos.addAndGet(Duration.ofMinutes(31).toNanos());
		assertThat(this.lanes.to("one")).isNotSameAs(way);
	}

}
