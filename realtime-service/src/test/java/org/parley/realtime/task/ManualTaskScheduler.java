package org.parley.realtime.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Runs tasks when a test lets time pass, and counts them. */
public final class ManualTaskScheduler implements TaskScheduler {

	private final List<Task> tasks = new ArrayList<>();

	private Instant now = Instant.parse("2026-11-23T12:00:00Z");

	public Instant now() {
		return this.now;
	}

	/** Lets time pass; returns how many tasks ran. */
	public int pass(Duration time) {
		var end = this.now.plus(time);
		var runs = 0;
		while (true) {
			var next = this.tasks.stream()
				.filter((task) -> !task.time.isAfter(end))
				.min(Comparator.comparing((task) -> task.time));
			if (next.isEmpty()) {
				this.now = end;
				return runs;
			}
			this.tasks.remove(next.get());
			if (!next.get().isCancelled()) {
				this.now = next.get().time.isAfter(this.now) ? next.get().time : this.now;
				next.get().run();
				runs++;
			}
		}
	}

	@Override
	public Clock getClock() {
		return Clock.fixed(this.now, ZoneOffset.UTC);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
		var scheduled = new Task(task, startTime);
		this.tasks.add(scheduled);
		return scheduled;
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
		throw new UnsupportedOperationException();
	}

	@Override
	public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
		throw new UnsupportedOperationException();
	}

	private static final class Task extends FutureTask<Boolean> implements ScheduledFuture<Boolean> {

		private final Instant time;

		Task(Runnable task, Instant time) {
			super(task, true);
			this.time = time;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public int compareTo(Delayed other) {
			throw new UnsupportedOperationException();
		}

	}

}
