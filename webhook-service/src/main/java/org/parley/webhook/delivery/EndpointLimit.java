package org.parley.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** The way to one endpoint: a few at a time, and nobody while it is ill. */
final class EndpointLimit {

	private final AtomicInteger underWay = new AtomicInteger();

	private final int limit;

	private final CircuitBreaker breaker;

	EndpointLimit(int limit, CircuitBreaker breaker) {
		this.limit = limit;
		this.breaker = breaker;
	}

	/** Whether it takes no more now. */
	boolean isBusy() {
		return switch (this.breaker.getState()) {
			case OPEN, FORCED_OPEN -> true;
			case HALF_OPEN -> this.underWay.get() > 0;
			default -> this.underWay.get() >= this.limit;
		};
	}

	void enter() {
		this.underWay.incrementAndGet();
	}

	void leave() {
		this.underWay.decrementAndGet();
	}

	/** Whether a try may be made, whose end is then told. */
	boolean mayTry() {
		return this.breaker.tryAcquirePermission();
	}

	void succeeded(Duration took) {
		this.breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
	}

	void failed(Duration took) {
		this.breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException("The endpoint is ill"));
	}

}
