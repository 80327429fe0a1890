package org.parley.platform.test.example;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedMomentsTests {

	private static final Instant START = Instant.parse("2030-05-05T05:05:05.005700Z");

	/** Advances with every reading. */
	private Instant now = START;

	private final RecordedMoments recordedMoments = new RecordedMoments(() -> {
		this.now = this.now.plusNanos(100_000);
		return this.now;
	});

	@Test
	void timesOfAStepBecomeItsMinute() {
		this.recordedMoments.step();
		var first = this.now;
		this.recordedMoments.step();
		this.recordedMoments.chapter();
		this.recordedMoments.step();
		assertThat(this.recordedMoments.of(first)).isEqualTo("2026-03-02T09:00:00Z");
		assertThat(this.recordedMoments.of(this.now)).isEqualTo("2026-03-02T10:00:00Z");
	}

	@Test
	void truncatedTimeBelongsToSameStep() {
		this.recordedMoments.step();
		var before = this.now;
		this.recordedMoments.step();
		var cut = Instant.ofEpochMilli(this.now.toEpochMilli());
		assertThat(cut).isBefore(this.now).isAfter(before);
		assertThat(this.recordedMoments.of(cut)).isEqualTo("2026-03-02T09:01:00Z");
	}

	@Test
	void pastAndFutureTimesAreConverted() {
		this.recordedMoments.step();
		assertThat(this.recordedMoments.of(START.minus(Duration.ofDays(9)))).isEqualTo("2026-03-02T08:00:00Z");
		assertThat(this.recordedMoments.of(START.plus(Duration.ofDays(9)))).isEqualTo("2026-03-03T00:00:00Z");
	}

}
