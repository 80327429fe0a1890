package org.parley.realtime.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueTaskTests {

	private final ManualTaskScheduler scheduler = new ManualTaskScheduler();

	private final Instant start = this.scheduler.now();

	private final List<Duration> runs = new ArrayList<>();

	private Optional<Instant> again = Optional.empty();

	private final DueTask task = new DueTask(this.scheduler, () -> {
		this.runs.add(Duration.between(this.start, this.scheduler.now()));
		return this.again;
	});

	@Test
	void taskThatNobodyAskedForNeverRuns() {
		assertThat(this.scheduler.pass(Duration.ofDays(1))).isZero();
	}

	@Test
	void earliestRequestWinsAndOthersCauseNoRun() {
		this.task.runBy(this.start.plusSeconds(30));
		this.task.runBy(this.start.plusSeconds(10));
		this.task.runBy(this.start.plusSeconds(20));
		assertThat(this.scheduler.pass(Duration.ofDays(1))).isOne();
		assertThat(this.runs).containsExactly(Duration.ofSeconds(10));
	}

	@Test
	void taskRunsAgainWhenItSays() {
		this.again = Optional.of(this.start.plusSeconds(30));
		this.task.runBy(this.start.plusSeconds(10));
		this.scheduler.pass(Duration.ofSeconds(10));
		this.again = Optional.empty();
		assertThat(this.scheduler.pass(Duration.ofDays(1))).isOne();
		assertThat(this.runs).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30));
	}

	@Test
	void requestAfterRunIsServed() {
		this.task.runBy(this.start.plusSeconds(10));
		this.scheduler.pass(Duration.ofSeconds(20));
		this.task.runBy(this.start.plusSeconds(40));
		this.scheduler.pass(Duration.ofSeconds(20));
		assertThat(this.runs).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(40));
	}

	@Test
	void failedTaskIsRepeatedAfterSecond() {
		var attempts = new ArrayList<Instant>();
		var failing = new DueTask(this.scheduler, () -> {
			attempts.add(this.scheduler.now());
			if (attempts.size() == 1) {
				throw new IllegalStateException("The first attempt fails");
			}
			return Optional.empty();
		});
		failing.runBy(this.start);
		this.scheduler.pass(Duration.ofDays(1));
		assertThat(attempts).containsExactly(this.start, this.start.plusSeconds(1));
	}

}
