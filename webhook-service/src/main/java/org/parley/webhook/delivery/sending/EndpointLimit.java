package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * Limits the deliveries to an endpoint that a worker has claimed, and its concurrent
 * requests, with a circuit breaker. An endpoint that has not answered lately gets few;
 * one that answers quickly gets as many as it accepts in half a second.
 */
final class EndpointLimit {

	/** Requests to an endpoint that has not shown that it works. */
	private static final int FIRST = 2;

	private static final int MOST = 64;

	private static final Duration AHEAD = Duration.ofMillis(500);

	private final AtomicInteger claimed = new AtomicInteger();

	private final int limit;

	private final Semaphore requests;

	private final CircuitBreaker breaker;

	private volatile int capacity;

	EndpointLimit(int limit, CircuitBreaker breaker) {
		this.limit = limit;
		this.requests = new Semaphore(limit, true);
		this.breaker = breaker;
		this.capacity = Math.min(FIRST, limit);
	}

	/** How many more deliveries a worker may claim now. */
	int room() {
		var allowed = switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> 0;
			case HALF_OPEN -> 1;
			default -> this.capacity;
		};
		return Math.max(0, allowed - this.claimed.get());
	}

	void enter() {
		this.claimed.incrementAndGet();
	}

	void leave() {
		this.claimed.decrementAndGet();
	}

	/** Waits until a further request may run; false if the wait is too long. */
	boolean begin(Duration wait) {
		try {
			return this.requests.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	void end() {
		this.requests.release();
	}

	/**
	 * Acquires a permission; its outcome must be recorded, or the permission released.
	 */
	boolean acquirePermission() {
		return this.breaker.tryAcquirePermission();
	}

	/** Returns a permission without an outcome. */
	void releasePermission() {
		this.breaker.releasePermission();
	}

	void recordSuccess(Duration took) {
		var inTime = this.limit * AHEAD.toNanos() / Math.max(1, took.toNanos());
		this.capacity = Math.clamp(inTime, this.limit, Math.max(this.limit, MOST));
		this.breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
	}

	void recordFailure(Duration took) {
		this.capacity = Math.min(FIRST, this.limit);
		this.breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException("The endpoint failed"));
	}

}
