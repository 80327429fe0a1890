package org.parley.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.parley.bench.load.LoadSample;
import org.parley.launcher.process.LauncherException;

/**
 * Measures scenarios of two builds in alternating rounds: a b, b a, a b, … So other load
 * on the machine, and what grows with time, affects both equally.
 *
 * @param scenarios what is measured, by name
 */
record BuildComparison(Map<String, Pair> scenarios) {

	/** Runs the rounds. */
	ComparisonReport run(int rounds) {
		var samples = new LinkedHashMap<String, Samples>();
		for (var round = 0; round < rounds; round++) {
			var aLeads = round % 2 == 0;
			this.scenarios.forEach((name, scenario) -> samples.computeIfAbsent(name, (_) -> new Samples())
				.take(name, scenario, aLeads));
		}
		var differences = new LinkedHashMap<String, Difference>();
		samples.forEach((name, taken) -> {
			differences.put(name + ": CPU ms each", Difference.ofCosts(taken.a, taken.b));
			differences.put(name + ": requests/s", Difference.ofRates(taken.a, taken.b));
			differences.put(name + ": p95 ms", Difference.ofLatencies(taken.a, taken.b));
		});
		return new ComparisonReport(differences);
	}

	/**
	 * A scenario of both builds. Each call takes one sample.
	 *
	 * @param a samples the first build
	 * @param b samples the second build
	 */
	record Pair(Supplier<LoadSample> a, Supplier<LoadSample> b) {
	}

	private static final class Samples {

		private final List<LoadSample> a = new ArrayList<>();

		private final List<LoadSample> b = new ArrayList<>();

		private void take(String name, Pair scenario, boolean aLeads) {
			if (aLeads) {
				this.a.add(valid(name, scenario.a().get()));
			}
			this.b.add(valid(name, scenario.b().get()));
			if (!aLeads) {
				this.a.add(valid(name, scenario.a().get()));
			}
		}

		/** A failed request costs less than an answered one. */
		private static LoadSample valid(String name, LoadSample sample) {
			if (sample.errors() > 0) {
				throw new LauncherException(
						"%s: %d requests failed, so the builds cannot be compared.".formatted(name, sample.errors()));
			}
			return sample;
		}

	}

}
