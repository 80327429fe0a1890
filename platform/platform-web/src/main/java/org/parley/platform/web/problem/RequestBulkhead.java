package org.parley.platform.web.problem;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

/**
 * Admits as many requests as an instance can process in time. Those that are processed
 * and those that wait have a limit each: too many of the former slow down each other, and
 * all of them need memory.
 * <p>
 * A process that has just started is slow, and the time limits of a request hold also
 * while it waits for a processor. So few requests are processed at first, and each that
 * ends, or has waited in vain, admits one more.
 */
public final class RequestBulkhead {

	private static final int FIRST = 8;

	private final RequestLimits limits;

	private volatile int concurrent;

	private final Bulkhead admitted;

	private final Bulkhead processed;

	public RequestBulkhead(RequestLimits limits) {
		this.limits = limits;
		this.concurrent = Math.min(FIRST, limits.concurrent());
		this.admitted = Bulkhead.of("requests-admitted", config(limits.concurrent() + limits.waiting(), Duration.ZERO));
		this.processed = Bulkhead.of("requests-processed", config(this.concurrent, limits.patience()));
	}

	private static BulkheadConfig config(int calls, Duration patience) {
		return BulkheadConfig.custom()
			.maxConcurrentCalls(calls)
			.maxWaitDuration(patience)
			.writableStackTraceEnabled(false)
			.build();
	}

	/**
	 * Waits until the request may be processed.
	 * @return false if it is refused, because too many others wait or it has waited for
	 * too long
	 */
	boolean tryEnter() {
		if (!this.admitted.tryAcquirePermission()) {
			return false;
		}
		if (!this.processed.tryAcquirePermission() && !(admitOneMore() && this.processed.tryAcquirePermission())) {
			this.admitted.onComplete();
			return false;
		}
		return true;
	}

	/** Ends a request that has entered. */
	void leave() {
		this.processed.onComplete();
		this.admitted.onComplete();
		admitOneMore();
	}

	/** How many requests may be processed at the moment. */
	int concurrent() {
		return this.concurrent;
	}

	private boolean admitOneMore() {
		return this.concurrent < this.limits.concurrent() && raise();
	}

	private synchronized boolean raise() {
		if (this.concurrent == this.limits.concurrent()) {
			return false;
		}
		this.concurrent++;
		this.processed.changeConfig(config(this.concurrent, this.limits.patience()));
		return true;
	}

}
