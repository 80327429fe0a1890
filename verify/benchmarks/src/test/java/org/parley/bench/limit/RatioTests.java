package org.parley.bench.limit;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RatioTests {

	@Test
	void figureIsDividedByItsLimit() {
		assertThat(Ratio.table(Map.of("thread list", Map.of("requests/s", 20_000.0), "bare answer of Netty",
				Map.of("requests/s", 80_000.0, "CPU ms each", 0.01))))
			.isEqualTo("""
					| figure | measured | limit | alone | ratio |
					| --- | ---: | --- | ---: | ---: |
					| thread list: requests/s | 20,000 | bare answer of Netty | 80,000 | 0.25 |""");
	}

	@Test
	void figuresWithoutLimitsHaveNoTable() {
		assertThat(Ratio.table(Map.of("thread list", Map.of("requests/s", 20_000.0)))).isEmpty();
	}

}
