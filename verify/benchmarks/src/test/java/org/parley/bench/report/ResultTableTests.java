package org.parley.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.bench.Usage;

import static org.assertj.core.api.Assertions.assertThat;

class ResultTableTests {

	@Test
	void tableIsMarkdownWithEmptyCellsWhereRowHasNoFigure() {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		rows.put("list", Map.of("per second", 4_200.4));
		rows.put("page", Map.of("p50 ms", 9.876));
		assertThat(new ResultTable("read", rows)).hasToString("""
				| read | per second | p50 ms |
				| --- | ---: | ---: |
				| list | 4,200 |  |
				| page |  | 9.88 |""");
	}

	@Test
	void costsAreDividedByOperationsAndSummed() {
		var used = Map.of("mongo", new Usage(300, 2_048), "gateway", new Usage(100, 1_024));
		assertThat(ResultTable.costs("CPU ms", used, 100).rows()).containsOnlyKeys("all", "gateway", "mongo")
			.containsEntry("all", Map.of("CPU ms", 4.0, "RSS MB", 3.0))
			.containsEntry("mongo", Map.of("CPU ms", 3.0, "RSS MB", 2.0));
	}

	@Test
	void jsonMergesRowsOfTheSameName() {
		var tables = List.of(new ResultTable("one", Map.of("mongo", Map.of("idle", 1.0))),
				new ResultTable("two", Map.of("mongo", Map.of("reply", 2.0))));
		assertThat(ResultTable.json(tables)).isEqualTo(Map.of("mongo", Map.of("idle", 1.0, "reply", 2.0)));
	}

}
