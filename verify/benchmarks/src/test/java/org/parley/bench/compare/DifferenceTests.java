package org.parley.bench.compare;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTests {

	private static final double[] CHEAP = { 1.0, 1.1, 0.9, 1.05, 0.95 };

	private static final double[] DEAR = { 1.5, 1.4, 1.6, 1.45, 1.55 };

	@Test
	void disjointSamplesDiffer() {
		var difference = Difference.of(DEAR, CHEAP, true);
		assertThat(difference.isSignificant()).isTrue();
		assertThat(difference.verdict()).isEqualTo("b is better by 33.3 %");
		assertThat(Difference.of(CHEAP, DEAR, true).verdict()).isEqualTo("b is worse by 50.0 %");
	}

	@Test
	void greaterRateIsBetter() {
		assertThat(Difference.of(CHEAP, DEAR, false).verdict()).isEqualTo("b is better by 50.0 %");
	}

	@Test
	void equalSamplesDoNotDiffer() {
		assertThat(Difference.of(CHEAP, CHEAP.clone(), true).verdict()).isEqualTo("no difference found");
	}

	@Test
	void outlierMakesNoDifference() {
		assertThat(Difference.of(CHEAP, new double[] { 1.0, 1.1, 0.9, 1.05, 9 }, true).isSignificant()).isFalse();
	}

	@Test
	void equalBuildsRarelyDiffer() {
		var random = new Random(7);
		var significant = 0;
		for (var run = 0; run < 1_000; run++) {
			significant += Difference.of(noise(random), noise(random), true).isSignificant() ? 1 : 0;
		}
		assertThat(significant).isLessThan(80);
	}

	private static double[] noise(Random random) {
		return random.doubles(8, 1, 2).toArray();
	}

}
