package org.parley.platform.test.example;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The times of a story: a step takes a minute, and each chapter begins at a full hour. An
 * answered time becomes the time of its step.
 */
final class RecordedMoments {

	static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");

	private final InstantSource clock;

	private final NavigableMap<Instant, Instant> byBeginning = new TreeMap<>();

	private Instant next = FIRST;

	RecordedMoments(InstantSource clock) {
		this.clock = clock;
	}

	/** Continues in the next hour. */
	void chapter() {
		this.next = this.next.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
	}

	/** Begins a step in a new millisecond, the precision of databases. */
	void step() {
		var before = now();
		while (!now().isAfter(before)) {
			Thread.onSpinWait();
		}
		this.byBeginning.put(now(), this.next);
		this.next = this.next.plus(1, ChronoUnit.MINUTES);
	}

	/**
	 * Converts a time to the time of the story; future times become the next midnight.
	 */
	Instant of(Instant time) {
		if (time.isAfter(this.clock.instant())) {
			return FIRST.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
		}
		var step = this.byBeginning.floorEntry(time);
		return (step != null) ? step.getValue() : FIRST.minus(1, ChronoUnit.HOURS);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
