package org.parley.gateway.backend;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedInstanceTests {

	private static final URI ADDRESS = URI.create("http://forum:1");

	private static final Duration SUSPICION = Duration.ofSeconds(2);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	/** Those that the probe has not answered yet. */
	private final Queue<Sinks.One<Boolean>> questions = new ArrayDeque<>();

	private final List<Throwable> failures = new CopyOnWriteArrayList<>();

	private final WatchedInstance instance = new WatchedInstance(ADDRESS, (_) -> ask(),
			CircuitBreaker.ofDefaults("forum"), SUSPICION, this.time);

	static Stream<Throwable> missingAnswers() {
		return Stream.of(new ConnectException("refused"), new IOException("closed"), ReadTimeoutException.INSTANCE,
				new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT), new IllegalArgumentException("no HTTP"));
	}

	@ParameterizedTest
	@MethodSource("missingAnswers")
	void instanceThatAnswersTheGatewayStaysAvailable(Throwable missing) {
		for (int i = 0; i < 100; i++) {
			call(Mono.error(missing));
			answer(true);
		}
		assertThat(this.instance.isUnavailable()).isFalse();
	}

	@ParameterizedTest
	@MethodSource("missingAnswers")
	void instanceThatDoesNotAnswerTheGatewayIsUnavailableUntilItDoes(Throwable missing) {
		call(Mono.error(missing));
		answer(false);
		assertThat(this.instance.isUnavailable()).isTrue();
		this.time.advanceTimeBy(WatchedInstance.PAUSE);
		answer(false);
		assertThat(this.instance.isUnavailable()).isTrue();
		this.time.advanceTimeBy(WatchedInstance.PAUSE);
		answer(true);
		assertThat(this.instance.isUnavailable()).isFalse();
	}

	@Test
	void refusalsOfGatewayProveNothing() {
		call(Mono.error(new GatewayProblemException(HttpStatus.REQUEST_TIMEOUT, "request.timeout", "Late.")));
		assertThat(this.questions).isEmpty();
	}

	@Test
	void concurrentFailuresAskOnce() {
		Stream.generate(() -> Mono.<Void>error(new IOException("closed"))).limit(50).forEach(this::call);
		assertThat(this.questions).hasSize(1);
	}

	@Test
	void silentInstanceIsAskedWhileCallsWait() {
		call(Mono.never());
		this.time.advanceTimeBy(SUSPICION.minusMillis(1));
		assertThat(this.questions).isEmpty();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.questions).hasSize(1);
	}

	@Test
	void callsOfUnavailableInstanceEnd() {
		call(Mono.never());
		call(Mono.never());
		this.time.advanceTimeBy(SUSPICION);
		answer(false);
		assertThat(this.failures).hasSize(2).hasOnlyElementsOfType(IOException.class);
	}

	@Test
	void callsAfterReturnAreAnswered() {
		call(Mono.never());
		this.time.advanceTimeBy(SUSPICION);
		answer(false);
		this.time.advanceTimeBy(WatchedInstance.PAUSE);
		answer(true);
		this.failures.clear();
		call(Mono.empty());
		call(Mono.never());
		assertThat(this.failures).isEmpty();
	}

	@Test
	void slowCallDoesNotMakeAnsweringInstanceSuspicious() {
		call(Mono.never());
		for (int i = 0; i < 20; i++) {
			this.time.advanceTimeBy(SUSPICION.dividedBy(2));
			call(Mono.empty());
		}
		assertThat(this.questions).isEmpty();
	}

	/** A burst may delay the connection of the gateway's own question. */
	@Test
	void answerToOtherCallIsAnAnswer() {
		call(Mono.error(new IOException("closed")));
		this.time.advanceTimeBy(Duration.ofMillis(5));
		call(Mono.empty());
		answer(false);
		assertThat(this.instance.isUnavailable()).isFalse();
	}

	@Test
	void openEndedCallsAreNotWaited() {
		this.instance.watchOpenEnded(Mono.never()).subscribe();
		this.time.advanceTimeBy(SUSPICION.multipliedBy(10));
		assertThat(this.questions).isEmpty();
	}

	@Test
	void nothingRunsWithoutCalls() {
		call(Mono.empty());
		this.time.advanceTimeBy(SUSPICION);
		long run = this.time.getScheduledTaskCount();
		this.time.advanceTimeBy(SUSPICION.multipliedBy(10));
		assertThat(this.time.getScheduledTaskCount()).isEqualTo(run);
		assertThat(this.questions).isEmpty();
	}

	private void call(Mono<Void> call) {
		this.instance.watch(call).subscribe((_) -> {
		}, this.failures::add);
	}

	private Mono<Boolean> ask() {
		Sinks.One<Boolean> question = Sinks.one();
		this.questions.add(question);
		return question.asMono();
	}

	private void answer(boolean answers) {
		this.questions.remove().tryEmitValue(answers);
	}

}
