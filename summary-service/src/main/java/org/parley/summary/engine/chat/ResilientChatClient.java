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
 * Asks up to three times, not before the provider wants it, and not at all while most
 * questions fail.
 */
class ResilientChatClient {

	private static final String NAME = "ai-chat";

	private static final int ATTEMPTS = 3;

	/** Whoever wants to be left alone for longer is. */
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
					.intervalBiFunction(ResilientChatClient::pause)
					.retryOnException(ResilientChatClient::isWorthATry)
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

	/** How long asking takes at most. */
	Duration patience() {
		return this.timeout.plus(LONGEST_WAIT).multipliedBy(ATTEMPTS);
	}

	/**
	 * Asks.
	 * @throws ChatProviderException when there is no answer
	 * @throws ChatQuestionRefusedException when it does not take this question
	 * @throws ChatAnswerInvalidException when it is no chat completion
	 */
	ChatCompletion ask(ObjectNode question) {
		return this.retry
			.executeSupplier(() -> counted(() -> this.breaker.executeSupplier(() -> this.client.ask(question))));
	}

	private ChatCompletion counted(Supplier<ChatCompletion> asking) {
		try {
			var said = asking.get();
			count("answered");
			return said;
		}
		catch (CallNotPermittedException ex) {
			count("not-asked");
			throw ChatProviderException.lasting("circuit-open");
		}
		catch (EngineFailedException ex) {
			count(ex.outcome());
			throw ex;
		}
	}

	private void count(String outcome) {
		this.meters.counter("parley.ai.calls", "model", "chat", "outcome", outcome).increment();
	}

	private static boolean isWorthATry(Throwable failure) {
		return failure instanceof ChatProviderException provider && provider.isWorthATry(LONGEST_WAIT);
	}

	/** Half a second, then one, and never less than the provider wants. */
	private static long pause(int attempt, Either<Throwable, ChatCompletion> last) {
		var wanted = (last.isLeft() && last.getLeft() instanceof ChatProviderException provider) ? provider.retryAfter()
				: Duration.ZERO;
		return Math.max(wanted.toMillis(), 500L * attempt);
	}

}
