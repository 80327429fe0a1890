package org.parley.bench;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoalTests {

	@Test
	void tableComparesMeasuredFiguresWithTheirGoals() {
		assertThat(Goal.table(Map.of("search", Map.of("requests/s", 1_200.0, "CPU ms each", 1.51)))).isEqualTo("""
				| goal | limit | measured | reached |
				| --- | ---: | ---: | --- |
				| search: requests/s | ≥ 1,000 | 1,200 | yes |
				| search: CPU ms each | ≤ 1.50 | 1.51 | no |""");
	}

}
