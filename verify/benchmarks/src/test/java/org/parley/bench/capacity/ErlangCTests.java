package org.parley.bench.capacity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ErlangCTests {

	/** Known values of the formula; with one core it is the utilisation. */
	@ParameterizedTest
	@CsvSource({ "1, 500, 0.5", "2, 1000, 0.3333", "4, 2000, 0.1739", "10, 8000, 0.4092" })
	void waitProbabilityFollowsErlang(int cores, double rate, double probability) {
		assertThat(new ErlangC(cores, rate, 1).waitProbability()).isCloseTo(probability, within(0.0005));
	}

	/** With one core, the time in the system is exponential: its 95 % are three means. */
	@Test
	void waitOfOneCoreIsExponential() {
		var queue = new ErlangC(1, 500, 1);
		assertThat(queue.waitMillis(0.95)).isCloseTo(Math.log(0.5 / 0.05) / 0.5, within(0.0001));
	}

	@Test
	void idleMachineMakesNobodyWait() {
		assertThat(new ErlangC(4, 1, 1).waitMillis(0.95)).isZero();
		assertThat(new ErlangC(4, 0, 0).waitMillis(0.95)).isZero();
	}

	@Test
	void overloadedMachineNeverAnswers() {
		assertThat(new ErlangC(2, 2_000, 1).waitMillis(0.95)).isInfinite();
		assertThat(new ErlangC(2, 2_000, 1).waitProbability()).isOne();
	}

}
