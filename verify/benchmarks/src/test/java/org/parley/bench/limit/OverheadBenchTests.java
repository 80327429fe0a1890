package org.parley.bench.limit;

import org.junit.jupiter.api.Test;
import org.parley.bench.load.LoadSample;

import static org.assertj.core.api.Assertions.assertThat;

class OverheadBenchTests {

	@Test
	void gatewayAddsDifference() {
		var rows = OverheadBench.table(new LoadSample(1_000, 3, 6, 0.5, 0), new LoadSample(2_000, 2, 4.5, 0.25, 0))
			.rows();
		assertThat(rows.get("added by the gateway")).containsEntry("p50 ms", 1.0)
			.containsEntry("p95 ms", 1.5)
			.containsEntry("CPU ms each", 0.25);
	}

}
