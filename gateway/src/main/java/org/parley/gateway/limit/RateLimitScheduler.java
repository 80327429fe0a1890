package org.parley.gateway.limit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.scheduler.Scheduler;

/**
 * Starts an exchange of counts as soon as one must be sent, but not before the interval
 * since the last exchange has passed, so that the counts of many requests are sent
 * together. Nothing runs while nobody sends requests.
 */
final class RateLimitScheduler {

	private final RateLimiter rateLimiter;

	private final Runnable exchange;

	private final long interval;

	private final Scheduler scheduler;

	private final AtomicBoolean scheduled = new AtomicBoolean();

	/** In milliseconds of the scheduler's clock. */
	private volatile long earliest;

	RateLimitScheduler(RateLimiter rateLimiter, Runnable exchange, Duration interval, Scheduler scheduler) {
		this.rateLimiter = rateLimiter;
		this.exchange = exchange;
		this.interval = interval.toMillis();
		this.scheduler = scheduler;
		rateLimiter.whenDue(this::schedule);
	}

	private void schedule() {
		if (this.scheduled.compareAndSet(false, true)) {
			this.scheduler.schedule(this::run, delay(), TimeUnit.MILLISECONDS);
		}
	}

	/** A clock that is set back does not prolong it. */
	private long delay() {
		return Math.clamp(this.earliest - now(), 0, this.interval);
	}

	/** Counts that become due before the flag is cleared have not scheduled anything. */
	private void run() {
		try {
			this.exchange.run();
		}
		finally {
			this.earliest = now() + this.interval;
			this.scheduled.set(false);
			if (this.rateLimiter.hasDue()) {
				schedule();
			}
		}
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

}
