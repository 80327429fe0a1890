package org.parley.bench.system;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.bench.Usage;
import org.parley.bench.timing.Timings;

import static org.assertj.core.api.Assertions.assertThat;

class WriteBenchTests {

	@Test
	void drainedRateCountsTimeUntilNothingIsPending() {
		var timings = new Timings("vote", Collections.nCopies(100, Duration.ofMillis(8)), Duration.ofSeconds(2));
		var used = Map.of("mongo", new Usage(400, 0), "forum-service", new Usage(600, 0));
		var tables = WriteBench.report(timings, 5, used);
		assertThat(tables.getFirst().rows().get("vote")).containsEntry("accepted per second", 50.0)
			.containsEntry("drained per second", 20.0)
			.containsEntry("p95 ms", 8.0)
			.containsEntry("CPU ms each", 10.0);
		assertThat(tables.getLast().rows().get("forum-service")).containsEntry("CPU ms per vote", 6.0);
	}

}
