package org.parley.platform.runtime.redis;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer of Netty for the timeouts of commands, up to 100 ms late like the one of
 * Lettuce. That one ticks forever; this one only while a timeout is pending and a moment
 * longer, so that commands that follow each other do not wake it each time.
 */
public final class RestingTimer implements Timer {

	private static final Logger log = LoggerFactory.getLogger(RestingTimer.class);

	private static final Duration TICK = Duration.ofMillis(100);

	/** The number of ticks without a timeout before a rest. */
	private static final int IDLE_TICKS = 3;

	private final Set<Pending> pending = ConcurrentHashMap.newKeySet();

	private final Thread thread = new Thread(this::run, "redis-timer");

	private volatile boolean resting;

	private volatile boolean stopped;

	/** Creates a timer and starts its thread, which does not keep the process alive. */
	public RestingTimer() {
		this.thread.setDaemon(true);
		this.thread.start();
	}

	@Override
	public Timeout newTimeout(TimerTask task, long delay, TimeUnit unit) {
		if (this.stopped) {
			throw new IllegalStateException("The timer is stopped");
		}
		var timeout = new Pending(task, System.nanoTime() + unit.toNanos(delay));
		this.pending.add(timeout);
		if (this.resting) {
			LockSupport.unpark(this.thread);
		}
		return timeout;
	}

	@Override
	public Set<Timeout> stop() {
		this.stopped = true;
		LockSupport.unpark(this.thread);
		return new HashSet<>(this.pending);
	}

	boolean isResting() {
		return this.resting;
	}

	private void run() {
		var idle = 0;
		while (!this.stopped) {
			LockSupport.parkNanos(this, TICK.toNanos());
			expireDue();
			idle = this.pending.isEmpty() ? idle + 1 : 0;
			if (idle >= IDLE_TICKS) {
				rest();
				idle = 0;
			}
		}
	}

	/** A timeout that is added after the check finds the timer resting, and ends it. */
	private void rest() {
		this.resting = true;
		while (this.pending.isEmpty() && !this.stopped) {
			LockSupport.park(this);
		}
		this.resting = false;
	}

	private void expireDue() {
		var now = System.nanoTime();
		for (var timeout : this.pending) {
			if (now - timeout.due >= 0) {
				timeout.expire();
			}
		}
	}

	private enum State {

		PENDING, CANCELLED, EXPIRED

	}

	private final class Pending implements Timeout {

		private final TimerTask task;

		private final long due;

		private final AtomicReference<State> state = new AtomicReference<>(State.PENDING);

		private Pending(TimerTask task, long due) {
			this.task = task;
			this.due = due;
		}

		@Override
		public Timer timer() {
			return RestingTimer.this;
		}

		@Override
		public TimerTask task() {
			return this.task;
		}

		@Override
		public boolean isExpired() {
			return this.state.get() == State.EXPIRED;
		}

		@Override
		public boolean isCancelled() {
			return this.state.get() == State.CANCELLED;
		}

		@Override
		public boolean cancel() {
			return end(State.CANCELLED);
		}

		private void expire() {
			if (!end(State.EXPIRED)) {
				return;
			}
			try {
				this.task.run(this);
			}
			catch (Exception | StackOverflowError | LinkageError | AssertionError ex) {
				log.warn("A timeout failed", ex);
			}
		}

		private boolean end(State end) {
			RestingTimer.this.pending.remove(this);
			return this.state.compareAndSet(State.PENDING, end);
		}

	}

}
