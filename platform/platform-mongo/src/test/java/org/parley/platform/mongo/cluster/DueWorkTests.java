package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueWorkTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	@Test
	void futureWorkIsPolledWhenDue() {
		var work = work(NOW.plusSeconds(3));
		assertThat(work.waits()).isFalse();
		assertThat(work.poll()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void overdueWorkIsDoneOrPolledAfterHalfSecond() {
		for (var due : new Instant[] { NOW, NOW.minusSeconds(3) }) {
			var work = work(due);
			assertThat(work.waits()).isTrue();
			assertThat(work.poll()).isEqualTo(Duration.ofMillis(500));
		}
	}

	@Test
	void noWorkIsPolledAfterIdleDelay() {
		var work = work(null);
		assertThat(work.waits()).isFalse();
		assertThat(work.poll()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
	}

	@Test
	void lateWorkIsPolledAfterIdleDelay() {
		var work = work(NOW.plusSeconds(3_600));
		assertThat(work.waits()).isFalse();
		assertThat(work.poll()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
	}

	@Test
	void loneInstanceWaitsUntilWorkIsDueForUpToAMinute() {
		assertThat(pollAlone(null)).isEqualTo(Duration.ofMinutes(1));
		assertThat(pollAlone(NOW.plusSeconds(3_600))).isEqualTo(Duration.ofMinutes(1));
		assertThat(pollAlone(NOW.plusSeconds(40))).isEqualTo(Duration.ofSeconds(40));
		assertThat(pollAlone(NOW)).isEqualTo(Duration.ofMillis(500));
		assertThat(pollAlone(NOW.minusSeconds(3))).isEqualTo(Duration.ofMillis(500));
	}

	private static Duration pollAlone(@Nullable Instant due) {
		var work = work(due);
		work.waits();
		return work.pollAlone();
	}

	private static DueWork work(@Nullable Instant due) {
		return new DueWork(InstantSource.fixed(NOW)) {

			@Override
			protected Optional<Instant> findNextDue() {
				return Optional.ofNullable(due);
			}

			@Override
			public boolean doBatch() {
				return false;
			}

		};
	}

}
