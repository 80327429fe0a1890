package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** Limits concurrent requests to an endpoint, with a circuit breaker. */
final class EndpointLimit {

	private final AtomicInteger active = new AtomicInteger();

	private final int limit;

	private final CircuitBreaker breaker;

	EndpointLimit(int limit, CircuitBreaker breaker) {
		this.limit = limit;
		this.breaker = breaker;
	}

	/** Whether no further request is allowed now. */
	boolean isBusy() {
		return switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> true;
			case HALF_OPEN -> this.active.get() > 0;
			default -> this.active.get() >= this.limit;
		};
	}

	void enter() {
		this.active.incrementAndGet();
	}

	void leave() {
		this.active.decrementAndGet();
	}

	/** Acquires a permission; its outcome must be recorded. */
	boolean acquirePermission() {
		return this.breaker.tryAcquirePermission();
	}

	void recordSuccess(Duration took) {
		this.breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
	}

	void recordFailure(Duration took) {
		this.breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException("The endpoint failed"));
	}

}
