package org.parley.bench.micro;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MicroCommandTests {

	@Test
	void resultsBecomeRowsByFunction() {
		var rows = MicroCommand.rows("""
				[{"benchmark": "org.parley.microbench.CursorBenchmark.encodeCursor",
				  "primaryMetric": {"score": 0.25, "scoreError": 0.01, "scoreUnit": "us/op"},
				  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 640.0}}}]""");
		assertThat(rows).containsOnlyKeys("encodeCursor");
		assertThat(rows.get("encodeCursor")).containsEntry("µs", 0.25)
			.containsEntry("± µs", 0.01)
			.containsEntry("bytes allocated", 640.0);
	}

	@Test
	void errorOfOneIterationIsLeftOut() {
		var rows = MicroCommand.rows("""
				[{"benchmark": "org.parley.microbench.CursorBenchmark.encodeCursor",
				  "primaryMetric": {"score": 0.25, "scoreError": "NaN"}}]""");
		assertThat(rows).containsExactly(Map.entry("encodeCursor", Map.of("µs", 0.25)));
	}

}
