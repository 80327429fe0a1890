package org.parley.platform.web.problem;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;

/**
 * Admits as many requests as an instance can process in time. Those that are processed
 * and those that wait have a limit each: too many of the former slow down each other, and
 * all of them need memory.
 */
public final class RequestBulkhead {

	private final Bulkhead admitted;

	private final Bulkhead processed;

	public RequestBulkhead(RequestLimits limits) {
		this.admitted = bulkhead("requests-admitted", limits.concurrent() + limits.waiting(), Duration.ZERO);
		this.processed = bulkhead("requests-processed", limits.concurrent(), limits.patience());
	}

	private static Bulkhead bulkhead(String name, int calls, Duration patience) {
		return Bulkhead.of(name,
				BulkheadConfig.custom()
					.maxConcurrentCalls(calls)
					.maxWaitDuration(patience)
					.writableStackTraceEnabled(false)
					.build());
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
		if (!this.processed.tryAcquirePermission()) {
			this.admitted.onComplete();
			return false;
		}
		return true;
	}

	/** Ends a request that has entered. */
	void leave() {
		this.processed.onComplete();
		this.admitted.onComplete();
	}

}
