package org.parley.bench.event;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.parley.bench.Usage;
import org.parley.bench.event.EventReport.Drained;

import static org.assertj.core.api.Assertions.assertThat;

class EventReportTests {

	private final EventReport report = new EventReport(200,
			LongStream.rangeClosed(1, 200).mapToObj((number) -> Duration.ofMillis(201 - number)).toList(),
			Map.of("forum-service", new Usage(500, 0)), new Drained(3_000, Duration.ofMillis(1_500)));

	@Test
	void percentileOfDelaysIsReported() {
		assertThat(this.report.delay(50)).isEqualTo(Duration.ofMillis(100));
		assertThat(this.report.delay(95)).isEqualTo(Duration.ofMillis(190));
		assertThat(this.report.delay(100)).isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void relayRateAndServerCostAreReported() {
		assertThat(this.report.json()).containsEntry("relay events/s", 2_000.0)
			.containsEntry("forum-service CPU ms", 2.5);
		assertThat(this.report.toString()).contains("2,000").contains("2.500");
	}

}
