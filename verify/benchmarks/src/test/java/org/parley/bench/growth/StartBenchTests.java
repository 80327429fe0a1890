package org.parley.bench.growth;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StartBenchTests {

	@Test
	void fullSpeedIsMedianOfLastRoundsAndReachedAtEndOfFirstFastRound() {
		var ends = List.of(42.0, 44.0, 46.0, 48.0, 50.0);
		var speeds = List.of(100.0, 899.0, 950.0, 1_000.0, 1_000.0);
		assertThat(StartBench.table(40, ends, speeds).rows())
			.containsEntry("seconds until ready", Map.of("figure", 40.0))
			.containsEntry("requests/s in the first round", Map.of("figure", 100.0))
			.containsEntry("requests/s at full speed", Map.of("figure", 950.0))
			.containsEntry("seconds until 90 % of full speed", Map.of("figure", 44.0));
	}

}
