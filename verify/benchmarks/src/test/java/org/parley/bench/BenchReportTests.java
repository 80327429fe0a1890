package org.parley.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.parley.bench.load.Load;
import org.parley.bench.load.Scenario;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BenchReportTests {

	private final BenchReport benchReport = report(0);

	@Test
	void tableShowsMedianMinimumAndMaximum() {
		assertThat(this.benchReport.toString()).startsWith("""
				median (min–max)           list   page
				requests/s        500 (400–600)  2,000
				p50 ms            2.0 (1.0–3.0)    2.0
				""");
	}

	@Test
	void tableShowsCpuPerRequestInTotalAndPerServer() {
		assertThat(this.benchReport.toString().lines())
			.anySatisfy((line) -> assertThat(line).matches("CPU ms each +0\\.150 +0\\.150"))
			.anySatisfy((line) -> assertThat(line).matches("gateway +0\\.100 +0\\.100 +200"))
			.anySatisfy((line) -> assertThat(line).matches("mongo +0\\.050 +0\\.050 +0"));
	}

	@Test
	void errorsOfAllRoundsAreCounted() {
		assertThat(this.benchReport.errors()).isZero();
		assertThat(report(2).errors()).isEqualTo(4);
	}

	@Test
	void jsonHasSameFigures() {
		assertThat(this.benchReport.json()).containsOnlyKeys("list", "page", "RSS MB")
			.extractingByKey("list")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("requests/s", new Figure(500, 400, 600));
	}

	@Test
	void tablesHaveMediansAndCostsOfEachScenario() {
		assertThat(this.benchReport.tables().getFirst().rows().get("list")).containsEntry("requests/s", 500.0)
			.containsEntry("p50 ms", 2.0);
		assertThat(this.benchReport.tables().getLast().rows().get("gateway")).containsEntry("CPU ms per list", 0.1)
			.containsEntry("CPU ms per page", 0.1);
	}

	private static BenchReport report(long errors) {
		var rounds = new LinkedHashMap<Scenario, List<BenchRound>>();
		rounds.put(new Scenario("list", List.of("/a")),
				List.of(round(4_000, 1_000, 0), round(6_000, 3_000, 0), round(5_000, 2_000, errors)));
		rounds.put(new Scenario("page", List.of("/b")), List.of(round(20_000, 2_000, errors)));
		return new BenchReport(rounds);
	}

	private static BenchRound round(long requests, long p50, long errors) {
		var load = new Load(requests, 10_000_000, 100 * requests, p50, p50, p50, p50, errors, 0);
		return new BenchRound(load,
				Map.of("gateway", new Usage(requests / 10, 204_800), "mongo", new Usage(requests / 20, 0)));
	}

}
