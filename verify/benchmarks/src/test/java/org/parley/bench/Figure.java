package org.parley.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.descriptive.Median;

/**
 * A figure's median, minimum and maximum over several rounds.
 *
 * @param median the median
 * @param min the minimum
 * @param max the maximum
 */
record Figure(double median, double min, double max) {

	static Figure of(List<BenchRound> rounds, ToDoubleFunction<BenchRound> figure) {
		var figures = rounds.stream().mapToDouble(figure).toArray();
		return new Figure(Median.withDefaults().evaluate(figures), Arrays.stream(figures).min().orElseThrow(),
				Arrays.stream(figures).max().orElseThrow());
	}

	/** Formats the median, with minimum and maximum if they differ. */
	String format(int decimals) {
		var pattern = "%,." + decimals + "f";
		var median = String.format(Locale.ROOT, pattern, this.median);
		return (this.min == this.max) ? median
				: median + String.format(Locale.ROOT, " (" + pattern + "–" + pattern + ")", this.min, this.max);
	}

}
