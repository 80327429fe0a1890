package org.parley.moderation.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Calls the outside model with retries, a circuit breaker and a rate limit. Failures
 * yield an empty result and no exception.
 */
@Component
@EnableConfigurationProperties(ModerationModelSettings.class)
public class ModerationModelClient {

	private static final Logger log = LoggerFactory.getLogger(ModerationModelClient.class);

	private final ModerationModelSettings settings;

	private final ModerationProviderClient moderationProviderClient;

	private final ModelBudget budget;

	private final ModerationModelMetrics metrics;

	private final CircuitBreaker circuit;

	private final RateLimiter limiter;

	private final Retry retry;

	ModerationModelClient(ModerationModelSettings settings, JsonMapper json, ModelBudget budget,
			ModerationModelMetrics metrics) {
		this.settings = settings;
		this.moderationProviderClient = new ModerationProviderClient(settings, json);
		this.budget = budget;
		this.metrics = metrics;
		this.circuit = CircuitBreaker.of("ai-moderation", circuit(settings.circuit()));
		this.limiter = RateLimiter.of("ai-moderation", limiter(settings));
		this.retry = Retry.of("ai-moderation", retry(settings));
		metrics.register(this.circuit);
	}

	/**
	 * Whether a model is configured, the circuit is closed and the limits allow a call,
	 * as far as this instance knows without asking.
	 */
	public boolean isReady() {
		return this.settings.isPresent() && this.budget.isOpen()
				&& this.limiter.getMetrics().getAvailablePermissions() > 0 && isPermitted();
	}

	private boolean isPermitted() {
		var permitted = this.circuit.tryAcquirePermission();
		if (permitted) {
			this.circuit.releasePermission();
		}
		return permitted;
	}

	/** The cost of tokens at the configured price. */
	public double cost(long tokens) {
		return this.settings.cost(tokens);
	}

	/** The longest time that a call takes with all retries. */
	public Duration maxDuration() {
		return this.settings.maxDuration();
	}

	/** Evaluates a text; empty if no model is configured or the call fails. */
	public Optional<ModelOpinion> evaluate(String text) {
		if (!this.settings.isPresent()) {
			return Optional.empty();
		}
		var redacted = TextRedactor.redact(text);
		try {
			return Optional.of(Retry.decorateSupplier(this.retry, () -> attempt(redacted)).get());
		}
		catch (ModerationProviderException ex) {
			log.atInfo().addKeyValue("outcome", ex.outcome().tag()).log("Model call failed; rules decide");
			return Optional.empty();
		}
	}

	private ModelOpinion attempt(String text) {
		try {
			var opinion = callProtected(() -> callWithinBudget(text));
			this.metrics.recordAnswer(opinion.tokens(), this.settings.cost(opinion.tokens()));
			return opinion;
		}
		catch (ModerationProviderException ex) {
			this.metrics.count(ex.outcome());
			throw ex;
		}
	}

	/** A call that timed out may have been answered, so it costs what it reserved. */
	private ModelOpinion callWithinBudget(String text) {
		var call = this.budget.reserve(text);
		try {
			var opinion = this.metrics.time(() -> this.moderationProviderClient.evaluate(text));
			this.budget.settle(call, opinion.tokens());
			return opinion;
		}
		catch (ModerationProviderException ex) {
			if (ex.outcome() == ModelCallOutcome.SLOW) {
				this.budget.settleUnknown(call, text);
			}
			else {
				this.budget.settle(call, 0);
			}
			throw ex;
		}
	}

	private ModelOpinion callProtected(Supplier<ModelOpinion> call) {
		try {
			return CircuitBreaker.decorateSupplier(this.circuit, RateLimiter.decorateSupplier(this.limiter, call))
				.get();
		}
		catch (CallNotPermittedException ex) {
			throw new ModerationProviderException(ModelCallOutcome.OPEN);
		}
		catch (RequestNotPermitted ex) {
			throw new ModerationProviderException(ModelCallOutcome.LIMITED);
		}
	}

	private static CircuitBreakerConfig circuit(ModerationModelSettings.Circuit settings) {
		return CircuitBreakerConfig.custom()
			.slidingWindowSize(settings.window())
			.minimumNumberOfCalls(settings.calls())
			.failureRateThreshold(settings.failures())
			.waitDurationInOpenState(settings.pause())
			.permittedNumberOfCallsInHalfOpenState(2)
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.ignoreException(ModerationModelClient::isNotProviderFailure)
			.build();
	}

	/**
	 * Our own limits, a failing database and rejected texts say nothing about the
	 * provider's health.
	 */
	private static boolean isNotProviderFailure(Throwable failure) {
		return !(failure instanceof ModerationProviderException provider) || provider.outcome().isOurs();
	}

	private static RateLimiterConfig limiter(ModerationModelSettings settings) {
		return RateLimiterConfig.custom()
			.limitForPeriod(settings.callsPerMinute())
			.limitRefreshPeriod(Duration.ofMinutes(1))
			.timeoutDuration(Duration.ZERO)
			.build();
	}

	/** Does not retry if the provider's Retry-After exceeds the longest delay. */
	private static RetryConfig retry(ModerationModelSettings settings) {
		return RetryConfig.<ModelOpinion>custom()
			.maxAttempts(settings.attempts())
			.retryOnException((thrown) -> thrown instanceof ModerationProviderException failure
					&& failure.outcome().isWorthRetrying()
					&& delay(settings, 1, failure).compareTo(settings.longestDelay()) <= 0)
			.intervalBiFunction((attempt, result) -> (result.getLeft() instanceof ModerationProviderException failure)
					? delay(settings, attempt, failure).toMillis() : settings.firstDelay().toMillis())
			.build();
	}

	private static Duration delay(ModerationModelSettings settings, int attempt, ModerationProviderException failure) {
		var retryAfter = failure.retryAfter();
		if (retryAfter != null) {
			return retryAfter;
		}
		var backoff = settings.firstDelay().multipliedBy(1L << Math.min(attempt - 1, 10));
		return (backoff.compareTo(settings.longestDelay()) < 0) ? backoff : settings.longestDelay();
	}

}
