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
@EnableConfigurationProperties(ModerationModelSettings.class)
public class ModerationModelClient {

	private static final Logger log = LoggerFactory.getLogger(ModerationModelClient.class);

	private final ModerationModelSettings settings;

	private final ModerationProviderClient moderationProviderClient;

	private final ModerationModelMetrics metrics;

	private final CircuitBreaker circuit;

	private final RateLimiter limiter;

	private final Retry retry;

	ModerationModelClient(ModerationModelSettings settings, JsonMapper json, ModerationModelMetrics metrics) {
		this.settings = settings;
		this.moderationProviderClient = new ModerationProviderClient(settings, json);
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
	public Optional<ModelOpinion> ask(String text) {
		if (!this.settings.isPresent()) {
			return Optional.empty();
		}
		var redacted = TextRedactor.of(text);
		try {
			return Optional.of(Retry.decorateSupplier(this.retry, () -> attempt(redacted)).get());
		}
		catch (ModerationProviderException ex) {
			log.atInfo().addKeyValue("outcome", ex.outcome().tag()).log("The model is not asked; rules decide");
			return Optional.empty();
		}
	}

	private ModelOpinion attempt(String text) {
		try {
			var opinion = guarded(() -> this.metrics.timed(() -> this.moderationProviderClient.ask(text)));
			this.metrics.answered(opinion.tokens(), this.settings.price());
			return opinion;
		}
		catch (ModerationProviderException ex) {
			this.metrics.ended(ex.outcome());
			throw ex;
		}
	}

	private ModelOpinion guarded(Supplier<ModelOpinion> call) {
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
			.ignoreException(ModerationModelClient::isNoFaultOfTheProvider)
			.build();
	}

	/** We ask too often, or people write what it does not take. */
	private static boolean isNoFaultOfTheProvider(Throwable failure) {
		return failure instanceof RequestNotPermitted
				|| (failure instanceof ModerationProviderException ended && ended.outcome() == ModelCallOutcome.UNFIT);
	}

	private static RateLimiterConfig limiter(ModerationModelSettings settings) {
		return RateLimiterConfig.custom()
			.limitForPeriod(settings.callsPerMinute())
			.limitRefreshPeriod(Duration.ofMinutes(1))
			.timeoutDuration(Duration.ZERO)
			.build();
	}

	/** A provider that asks us to wait for longer than we do is not asked again. */
	private static RetryConfig retry(ModerationModelSettings settings) {
		return RetryConfig.<ModelOpinion>custom()
			.maxAttempts(settings.attempts())
			.retryOnException((failure) -> failure instanceof ModerationProviderException ended
					&& ended.outcome().isWorthRetrying()
					&& delay(settings, 1, ended).compareTo(settings.longestDelay()) <= 0)
			.intervalBiFunction((attempt, result) -> (result.getLeft() instanceof ModerationProviderException ended)
					? delay(settings, attempt, ended).toMillis() : settings.firstDelay().toMillis())
			.build();
	}

	private static Duration delay(ModerationModelSettings settings, int attempt, ModerationProviderException ended) {
		var asked = ended.retryAfter();
		if (asked != null) {
			return asked;
		}
		var growing = settings.firstDelay().multipliedBy(1L << Math.min(attempt - 1, 10));
		return (growing.compareTo(settings.longestDelay()) < 0) ? growing : settings.longestDelay();
	}

}
