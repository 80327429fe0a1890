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
 * Asks the outside model, if there is one and it can be asked now. Whoever asks goes on
 * without it otherwise: nothing is thrown, and nothing waits longer than the settings
 * say.
 */
@Component
@EnableConfigurationProperties(AiSettings.class)
public class Asking {

	private static final Logger log = LoggerFactory.getLogger(Asking.class);

	private final AiSettings settings;

	private final Provider provider;

	private final AiMetrics metrics;

	private final CircuitBreaker circuit;

	private final RateLimiter limiter;

	private final Retry retry;

	Asking(AiSettings settings, JsonMapper json, AiMetrics metrics) {
		this.settings = settings;
		this.provider = new Provider(settings, json);
		this.metrics = metrics;
		this.circuit = CircuitBreaker.of("ai-moderation", circuit(settings.circuit()));
		this.limiter = RateLimiter.of("ai-moderation", limiter(settings));
		this.retry = Retry.of("ai-moderation", retry(settings));
		metrics.watch(this.circuit);
	}

	/** Whether to ask now makes sense. */
	public boolean isReady() {
		return this.settings.isPresent() && this.limiter.getMetrics().getAvailablePermissions() > 0 && isPermitted();
	}

	private boolean isPermitted() {
		var permitted = this.circuit.tryAcquirePermission();
		if (permitted) {
			this.circuit.releasePermission();
		}
		return permitted;
	}

	/** The longest that asking may take. */
	public Duration longest() {
		return this.settings.longest();
	}

	/** What the model thinks of a text; nothing when it cannot be asked. */
	public Optional<Opinion> ask(String text) {
		if (!this.settings.isPresent()) {
			return Optional.empty();
		}
		var redacted = Redaction.of(text);
		try {
			return Optional.of(Retry.decorateSupplier(this.retry, () -> attempt(redacted)).get());
		}
		catch (ProviderException ex) {
			log.atInfo().addKeyValue("outcome", ex.outcome().tag()).log("The model is not asked; rules decide");
			return Optional.empty();
		}
	}

	private Opinion attempt(String text) {
		try {
			var opinion = guarded(() -> this.metrics.timed(() -> this.provider.ask(text)));
			this.metrics.answered(opinion.tokens(), this.settings.price());
			return opinion;
		}
		catch (ProviderException ex) {
			this.metrics.ended(ex.outcome());
			throw ex;
		}
	}

	private Opinion guarded(Supplier<Opinion> call) {
		try {
			return CircuitBreaker.decorateSupplier(this.circuit, RateLimiter.decorateSupplier(this.limiter, call))
				.get();
		}
		catch (CallNotPermittedException ex) {
			throw new ProviderException(Outcome.OPEN);
		}
		catch (RequestNotPermitted ex) {
			throw new ProviderException(Outcome.LIMITED);
		}
	}

	private static CircuitBreakerConfig circuit(AiSettings.Circuit settings) {
		return CircuitBreakerConfig.custom()
			.slidingWindowSize(settings.window())
			.minimumNumberOfCalls(settings.calls())
			.failureRateThreshold(settings.failures())
			.waitDurationInOpenState(settings.pause())
			.permittedNumberOfCallsInHalfOpenState(2)
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.ignoreException(Asking::isNoFaultOfTheProvider)
			.build();
	}

	/** We ask too often, or people write what it does not take. */
	private static boolean isNoFaultOfTheProvider(Throwable failure) {
		return failure instanceof RequestNotPermitted
				|| (failure instanceof ProviderException ended && ended.outcome() == Outcome.UNFIT);
	}

	private static RateLimiterConfig limiter(AiSettings settings) {
		return RateLimiterConfig.custom()
			.limitForPeriod(settings.callsPerMinute())
			.limitRefreshPeriod(Duration.ofMinutes(1))
			.timeoutDuration(Duration.ZERO)
			.build();
	}

	/** A provider that asks us to wait for longer than we do is not asked again. */
	private static RetryConfig retry(AiSettings settings) {
		return RetryConfig.<Opinion>custom()
			.maxAttempts(settings.attempts())
			.retryOnException(
					(failure) -> failure instanceof ProviderException ended && ended.outcome().isWorthRetrying()
							&& delay(settings, 1, ended).compareTo(settings.longestDelay()) <= 0)
			.intervalBiFunction((attempt, result) -> (result.getLeft() instanceof ProviderException ended)
					? delay(settings, attempt, ended).toMillis() : settings.firstDelay().toMillis())
			.build();
	}

	private static Duration delay(AiSettings settings, int attempt, ProviderException ended) {
		var asked = ended.retryAfter();
		if (asked != null) {
			return asked;
		}
		var growing = settings.firstDelay().multipliedBy(1L << Math.min(attempt - 1, 10));
		return (growing.compareTo(settings.longestDelay()) < 0) ? growing : settings.longestDelay();
	}

}
