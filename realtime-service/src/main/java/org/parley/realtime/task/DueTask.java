package org.parley.realtime.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;

/** A task that runs at the earliest time that was asked for, and never without need. */
public final class DueTask {

	private static final Logger log = LoggerFactory.getLogger(DueTask.class);

	private static final Duration RETRY = Duration.ofSeconds(1);

	private final TaskScheduler scheduler;

	private final Supplier<Optional<Instant>> task;

	private @Nullable Instant due;

	private @Nullable ScheduledFuture<?> next;

	/**
	 * Creates a task that has not been asked for.
	 * @param task returns when it is due again; empty if it is not. After a failure it is
	 * repeated.
	 */
	public DueTask(TaskScheduler scheduler, Supplier<Optional<Instant>> task) {
		this.scheduler = scheduler;
		this.task = task;
	}

	/** Runs the task at a time, unless it is due earlier anyway. */
	public synchronized void runBy(Instant time) {
		if (this.due != null && !time.isBefore(this.due)) {
			return;
		}
		if (this.next != null) {
			this.next.cancel(false);
		}
		try {
			this.next = this.scheduler.schedule(this::run, time);
			this.due = time;
		}
		catch (TaskRejectedException ex) {
			log.atDebug().addKeyValue("cause", ex.toString()).log("The process stops; a task is not due any more");
		}
	}

	private void run() {
		forget();
		try {
			this.task.get().ifPresent(this::runBy);
		}
		catch (RuntimeException ex) {
			log.atError().setCause(ex).log("A task has failed and will be repeated");
			runBy(this.scheduler.getClock().instant().plus(RETRY));
		}
	}

	private synchronized void forget() {
		this.due = null;
		this.next = null;
	}

}
