package org.parley.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A figure's median, minimum and maximum over several rounds.
 *
 * @param median the median
 * @param min the minimum
 * @param max the maximum
 */
record Figure(double median, double min, double max) {

	static Figure of(List<BenchRound> rounds, ToDoubleFunction<BenchRound> figure) {
		var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
		var middle = sorted.length / 2;
		var median = (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Figure(median, sorted[0], sorted[sorted.length - 1]);
	}

	/** Formats the median, with minimum and maximum if they differ. */
	String format(int decimals) {
		var pattern = "%,." + decimals + "f";
		var median = String.format(Locale.ROOT, pattern, this.median);
		return (this.min == this.max) ? median
				: median + String.format(Locale.ROOT, " (" + pattern + "–" + pattern + ")", this.min, this.max);
	}

}
