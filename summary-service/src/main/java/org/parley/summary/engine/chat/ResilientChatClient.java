package org.parley.summary.engine.chat;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.summary.engine.EngineFailedException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls the provider with retries and a circuit breaker. Retries respect the provider's
 * Retry-After.
 */
class ResilientChatClient {

	private static final String NAME = "ai-chat";

	private static final int ATTEMPTS = 3;

	/** A longer Retry-After ends the attempts. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final ChatClient client;

	private final MeterRegistry meters;

	private final Duration timeout;

	private final Retry retry;

	private final CircuitBreaker breaker;

	ResilientChatClient(ChatClient client, ChatModelSettings settings, MeterRegistry meters) {
		this.client = client;
		this.meters = meters;
		this.timeout = settings.timeout().plus(settings.connectTimeout());
		this.retry = Retry.of(NAME,
				RetryConfig.<ChatCompletion>custom()
					.maxAttempts(ATTEMPTS)
					.intervalBiFunction(ResilientChatClient::delay)
					.retryOnException(ResilientChatClient::isWorthRetrying)
					.build());
		var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(20)
			.minimumNumberOfCalls(6)
			.failureRateThreshold(50)
			.waitDurationInOpenState(Duration.ofSeconds(30))
			.permittedNumberOfCallsInHalfOpenState(2)
			.ignoreExceptions(ChatAnswerInvalidException.class, ChatQuestionRefusedException.class)
			.build());
		this.breaker = breakers.circuitBreaker(NAME);
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
	}

	/** The longest time that a call takes with all attempts. */
	Duration maxDuration() {
		return this.timeout.plus(LONGEST_WAIT).multipliedBy(ATTEMPTS);
	}

	/**
	 * Sends a prompt.
	 * @throws ChatProviderException when the provider does not answer
	 * @throws ChatQuestionRefusedException when the provider rejects the prompt
	 * @throws ChatAnswerInvalidException when the response is not a chat completion
	 */
	ChatCompletion send(ObjectNode prompt) {
		return this.retry
			.executeSupplier(() -> sendAndCount(() -> this.breaker.executeSupplier(() -> this.client.send(prompt))));
	}

	private ChatCompletion sendAndCount(Supplier<ChatCompletion> call) {
		try {
			var completion = call.get();
			count("answered");
			return completion;
		}
		catch (CallNotPermittedException ex) {
			count("not-asked");
			throw ChatProviderException.permanent("circuit-open");
		}
		catch (EngineFailedException ex) {
			count(ex.outcome());
			throw ex;
		}
	}

	private void count(String outcome) {
		this.meters.counter("parley.ai.calls", "model", "chat", "outcome", outcome).increment();
	}

	private static boolean isWorthRetrying(Throwable failure) {
		return failure instanceof ChatProviderException exception && exception.isWorthRetrying(LONGEST_WAIT);
	}

	/** Returns milliseconds: 500 per attempt, and at least the provider's Retry-After. */
	private static long delay(int attempt, Either<Throwable, ChatCompletion> last) {
		var retryAfter = (last.isLeft() && last.getLeft() instanceof ChatProviderException failure)
				? failure.retryAfter() : Duration.ZERO;
		return Math.max(retryAfter.toMillis(), 500L * attempt);
	}

}
