package org.parley.bench.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.parley.bench.load.LoadSample;

/**
 * The difference between the samples of two builds. Whether it is more than chance is
 * decided by the Mann-Whitney test, which assumes nothing about the distribution: the
 * figures of a shared machine have outliers.
 *
 * @param a the median of the first build
 * @param b the median of the second build
 * @param probability the probability of such a difference between equal builds
 * @param lessIsBetter whether the smaller figure is the better one
 */
record Difference(double a, double b, double probability, boolean lessIsBetter) {

	/** With fewer samples of each build, not even disjoint ones differ significantly. */
	static final int LEAST = 5;

	private static final double SIGNIFICANT = 0.05;

	static Difference ofCosts(List<LoadSample> a, List<LoadSample> b) {
		return of(a, b, LoadSample::cpuMillis, true);
	}

	static Difference ofRates(List<LoadSample> a, List<LoadSample> b) {
		return of(a, b, LoadSample::perSecond, false);
	}

	static Difference ofLatencies(List<LoadSample> a, List<LoadSample> b) {
		return of(a, b, LoadSample::p95, true);
	}

	private static Difference of(List<LoadSample> a, List<LoadSample> b, ToDoubleFunction<LoadSample> figure,
			boolean lessIsBetter) {
		return of(a.stream().mapToDouble(figure).toArray(), b.stream().mapToDouble(figure).toArray(), lessIsBetter);
	}

	/** Compares the samples of two builds. */
	static Difference of(double[] a, double[] b, boolean lessIsBetter) {
		return new Difference(Median.withDefaults().evaluate(a), Median.withDefaults().evaluate(b),
				MannWhitneyUTest.withDefaults().test(a, b).getPValue(), lessIsBetter);
	}

	double ratio() {
		return this.b / this.a;
	}

	boolean isSignificant() {
		return this.probability < SIGNIFICANT;
	}

	Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		json.put("a", this.a);
		json.put("b", this.b);
		json.put("ratio", ratio());
		json.put("p", this.probability);
		json.put("verdict", verdict());
		return json;
	}

	/** Says which build is better, and by how much; or that no difference was found. */
	String verdict() {
		if (!isSignificant() || this.a == this.b) {
			return "no difference found";
		}
		var better = ((this.b < this.a) == this.lessIsBetter) ? "better" : "worse";
		return String.format(Locale.ROOT, "b is %s by %.1f %%", better, 100 * Math.abs(ratio() - 1));
	}

}
