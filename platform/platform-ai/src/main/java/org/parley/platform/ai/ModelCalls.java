package org.parley.platform.ai;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/**
 * Calls a model with retries, a circuit breaker and a rate limit, and counts attempts by
 * outcome as {@code parley.ai.calls}. An open circuit uses no rate limit, and is
 * {@code parley.ai.circuit.open}.
 */
public final class ModelCalls {

	private final Tag tag;

	private final MeterRegistry meters;

	private final CircuitBreaker circuit;

	private final RateLimiter limiter;

	private final Retry retry;

	/**
	 * Creates a caller.
	 * @param tag the metrics' tag; its value also names the circuit
	 */
	public ModelCalls(Tag tag, ModelCallLimits limits, MeterRegistry meters) {
		var name = "ai-" + tag.getValue();
		this.tag = tag;
		this.meters = meters;
		this.circuit = CircuitBreaker.of(name, circuit(limits.circuit()));
		this.limiter = RateLimiter.of(name, limiter(limits));
		this.retry = Retry.of(name, retry(limits));
		Gauge
			.builder("parley.ai.circuit.open", this.circuit,
					(breaker) -> (breaker.getState() == CircuitBreaker.State.OPEN) ? 1 : 0)
			.description("1 while the circuit of the outside model is open")
			.tags(Tags.of(tag))
			.strongReference(true)
			.register(meters);
	}

	/** Whether the circuit and the rate limit permit a call. */
	public boolean isPermitted() {
		if (this.limiter.getMetrics().getAvailablePermissions() <= 0) {
			return false;
		}
		var permitted = this.circuit.tryAcquirePermission();
		if (permitted) {
			this.circuit.releasePermission();
		}
		return permitted;
	}

	/**
	 * Makes a call, in several attempts if that can help.
	 * @throws ModelCallException when the last attempt fails
	 */
	public <T> T call(Supplier<T> call) {
		return Retry.decorateSupplier(this.retry, () -> attempt(call)).get();
	}

	private <T> T attempt(Supplier<T> call) {
		try {
			var answer = callPermitted(call);
			count(ModelCallOutcome.ANSWERED);
			return answer;
		}
		catch (ModelCallException ex) {
			count(ex.outcome());
			throw ex;
		}
	}

	private <T> T callPermitted(Supplier<T> call) {
		try {
			return CircuitBreaker.decorateSupplier(this.circuit, RateLimiter.decorateSupplier(this.limiter, call))
				.get();
		}
		catch (CallNotPermittedException ex) {
			throw new ModelCallException(ModelCallOutcome.OPEN);
		}
		catch (RequestNotPermitted ex) {
			throw new ModelCallException(ModelCallOutcome.LIMITED);
		}
	}

	private void count(ModelCallOutcome outcome) {
		this.meters.counter("parley.ai.calls", Tags.of(this.tag).and("outcome", outcome.tag())).increment();
	}

	private static CircuitBreakerConfig circuit(ModelCallLimits.Circuit settings) {
		return CircuitBreakerConfig.custom()
			.slidingWindowSize(settings.window())
			.minimumNumberOfCalls(settings.calls())
			.failureRateThreshold(settings.failures())
			.waitDurationInOpenState(settings.pause())
			.permittedNumberOfCallsInHalfOpenState(2)
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.ignoreException(ModelCalls::isNotProviderFailure)
			.build();
	}

	/**
	 * Our own limits, a failing database and rejected texts say nothing about the
	 * provider's health.
	 */
	private static boolean isNotProviderFailure(Throwable failure) {
		return !(failure instanceof ModelCallException call) || call.outcome().isOurs();
	}

	private static RateLimiterConfig limiter(ModelCallLimits limits) {
		return RateLimiterConfig.custom()
			.limitForPeriod(limits.callsPerMinute())
			.limitRefreshPeriod(Duration.ofMinutes(1))
			.timeoutDuration(Duration.ZERO)
			.build();
	}

	private static RetryConfig retry(ModelCallLimits limits) {
		return RetryConfig.custom()
			.maxAttempts(limits.attempts())
			.retryOnException(
					(thrown) -> thrown instanceof ModelCallException failure && failure.outcome().isWorthRetrying()
							&& failure.retryAfter().compareTo(limits.longestDelay()) <= 0)
			.intervalBiFunction((attempt, last) -> limits
				.delay(attempt,
						(last.getLeft() instanceof ModelCallException failure) ? failure.retryAfter() : Duration.ZERO)
				.toMillis())
			.build();
	}

}
