package org.parley.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.parley.bench.load.LoadSample;
import org.parley.launcher.process.LauncherException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

class BuildComparisonTests {

	private final List<String> order = new ArrayList<>();

	@Test
	void buildsTakeTurnsToLead() {
		compare(1, 1).run(4);
		assertThat(this.order).containsExactly("a", "b", "b", "a", "a", "b", "b", "a");
	}

	@Test
	void tableNamesBetterBuild() {
		var table = compare(2, 1).run(Difference.LEAST).toString();
		assertThat(table.lines())
			.anySatisfy((line) -> assertThat(line).startsWith("list: CPU ms each").endsWith("b is better by 50.0 %"));
		assertThat(table.lines())
			.anySatisfy((line) -> assertThat(line).startsWith("list: requests/s").endsWith("no difference found"));
	}

	@Test
	void jsonHasFiguresAndVerdict() {
		assertThat(compare(2, 1).run(Difference.LEAST).json()).extractingByKey("list: CPU ms each", MAP)
			.containsEntry("a", 2.0)
			.containsEntry("b", 1.0)
			.containsEntry("ratio", 0.5)
			.containsEntry("verdict", "b is better by 50.0 %");
	}

	@Test
	void failedRequestsPreventComparison() {
		var failing = new BuildComparison.Pair(() -> sample(1, 0), () -> sample(1, 3));
		assertThatThrownBy(() -> new BuildComparison(Map.of("list", failing)).run(Difference.LEAST))
			.isInstanceOf(LauncherException.class)
			.hasMessageContaining("list: 3 requests failed");
	}

	private BuildComparison compare(double costOfA, double costOfB) {
		return new BuildComparison(
				Map.of("list", new BuildComparison.Pair(scenario("a", costOfA), scenario("b", costOfB))));
	}

	private Supplier<LoadSample> scenario(String build, double cost) {
		return () -> {
			this.order.add(build);
			return sample(cost, 0);
		};
	}

	private static LoadSample sample(double cost, long errors) {
		return new LoadSample(1_000, 1, 2, cost, errors);
	}

}
