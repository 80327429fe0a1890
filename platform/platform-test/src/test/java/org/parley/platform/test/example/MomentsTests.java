package org.parley.platform.test.example;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTests {

	private static final Instant START = Instant.parse("2030-05-05T05:05:05.005700Z");

	/** Ticks a little whenever somebody looks at it. */
	private Instant now = START;

	private final Moments moments = new Moments(() -> {
		this.now = this.now.plusNanos(100_000);
		return this.now;
	});

	@Test
	void whatHappensInAStepHappensAtItsMinute() {
		this.moments.step();
		var first = this.now;
		this.moments.step();
		this.moments.chapter();
		this.moments.step();
		assertThat(this.moments.of(first)).isEqualTo("2026-03-02T09:00:00Z");
		assertThat(this.moments.of(this.now)).isEqualTo("2026-03-02T10:00:00Z");
	}

	@Test
	void whatADatabaseCutsToMillisecondsIsOfTheSameStep() {
		this.moments.step();
		var before = this.now;
		this.moments.step();
		var cut = Instant.ofEpochMilli(this.now.toEpochMilli());
		assertThat(cut).isBefore(this.now).isAfter(before);
		assertThat(this.moments.of(cut)).isEqualTo("2026-03-02T09:01:00Z");
	}

	@Test
	void whatWasBeforeAndWhatIsToComeHaveTimesToo() {
		this.moments.step();
		assertThat(this.moments.of(START.minus(Duration.ofDays(9)))).isEqualTo("2026-03-02T08:00:00Z");
		assertThat(this.moments.of(START.plus(Duration.ofDays(9)))).isEqualTo("2026-03-03T00:00:00Z");
	}

}
