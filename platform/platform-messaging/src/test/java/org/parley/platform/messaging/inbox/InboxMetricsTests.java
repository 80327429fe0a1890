package org.parley.platform.messaging.inbox;

import java.time.Instant;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InboxMetricsTests {

	private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final InboxMetrics metrics = new InboxMetrics(this.meters, () -> NOW);

	@Test
	void longestRetryOfListenersIsMeasured() {
		var first = this.metrics.retriedDelivery("archive");
		var second = this.metrics.retriedDelivery("archive");
		assertThat(retrying()).isZero();
		first.begin(NOW.minusSeconds(40));
		second.begin(NOW.minusSeconds(700));
		assertThat(retrying()).isEqualTo(700);
		second.end();
		assertThat(retrying()).isEqualTo(40);
		first.end();
		assertThat(retrying()).isZero();
	}

	private double retrying() {
		return this.meters.get("parley.inbox.retrying").tag("queue", "archive").gauge().value();
	}

}
