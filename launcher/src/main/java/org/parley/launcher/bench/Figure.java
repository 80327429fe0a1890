package org.parley.launcher.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The same figure of several rounds.
 *
 * @param median of the rounds
 * @param min of the rounds
 * @param max of the rounds
 */
record Figure(double median, double min, double max) {

	static Figure of(List<BenchRound> rounds, ToDoubleFunction<BenchRound> figure) {
		var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
		var middle = sorted.length / 2;
		var median = (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Figure(median, sorted[0], sorted[sorted.length - 1]);
	}

	/** The median, then the smallest and the largest when they differ. */
	String shown(int decimals) {
		var format = "%,." + decimals + "f";
		var median = String.format(Locale.ROOT, format, this.median);
		return (this.min == this.max) ? median
				: median + String.format(Locale.ROOT, " (" + format + "–" + format + ")", this.min, this.max);
	}

}
