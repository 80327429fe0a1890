package org.parley.gateway.backend;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class BreakerFilterTests {

	private final ConnectException refused = new ConnectException("refused");

	private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry
		.of(CircuitBreakerConfig.custom().slidingWindowSize(2).minimumNumberOfCalls(2).build());

	private final BreakerFilter filter = new BreakerFilter(this.breakers,
			new BackendSettings(Duration.ofSeconds(1), new BackendSettings.Breaker(2, 50, Duration.ofSeconds(7))));

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD" })
	void refusedReadIsRepeatedOnce(String method) {
		StepVerifier.create(ask(method, answering(this.refused))).verifyComplete();
		StepVerifier.create(ask(method, answering(this.refused, this.refused))).verifyError(ConnectException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void writeIsNeverRepeated(String method) {
		StepVerifier.create(ask(method, answering(this.refused))).verifyError(ConnectException.class);
	}

	@Test
	void possiblyReceivedRequestIsNotRepeated() {
		StepVerifier.create(ask("GET", answering(new IOException("reset")))).verifyError(IOException.class);
		StepVerifier.create(ask("GET", answering(ReadTimeoutException.INSTANCE)))
			.verifyError(ReadTimeoutException.class);
	}

	@Test
	void missingAnswersOpenBreaker() {
		ask("POST", answering(this.refused)).onErrorComplete().block();
		ask("POST", answering(ReadTimeoutException.INSTANCE)).onErrorComplete().block();
		StepVerifier.create(ask("GET", answering()))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOfSatisfying(GatewayProblemException.class,
					(problem) -> assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(7))));
	}

	@Test
	void refusalsOfGatewayDoNotOpenBreaker() {
		var refusal = new IllegalStateException("ours");
		for (int i = 0; i < 10; i++) {
			ask("POST", answering(refusal)).onErrorComplete().block();
		}
		StepVerifier.create(ask("GET", answering())).verifyComplete();
	}

	/** Three polls would otherwise use up the calls that test the service. */
	@Test
	void openPollsDoNotKeepOthersFromTestingTheService() {
		ask("POST", answering(this.refused)).onErrorComplete().block();
		ask("POST", answering(this.refused)).onErrorComplete().block();
		this.breakers.getAllCircuitBreakers().forEach(CircuitBreaker::transitionToHalfOpenState);
		var polls = IntStream.range(0, 20)
			.mapToObj((_) -> ask("GET", "/socket.io/?sid=x", (_) -> Mono.never()).subscribe())
			.toList();
		StepVerifier.create(ask("GET", "/socket.io/", answering())).verifyComplete();
		polls.forEach(Disposable::dispose);
	}

	private Mono<Void> ask(String method, GatewayFilterChain chain) {
		return ask(method, "/api/v1/threads", chain);
	}

	private Mono<Void> ask(String method, String path, GatewayFilterChain chain) {
		var exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create(path)).build());
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
					Route.async()
						.id("forum")
						.uri("http://forum:1")
						.metadata("sessions", "engine.io")
						.predicate((_) -> true)
						.build());
		return this.filter.filter(exchange, chain);
	}

	/** Fails several times, then answers. */
	private static GatewayFilterChain answering(Exception... failures) {
		Queue<Exception> left = new ArrayDeque<>(List.of(failures));
		return (_) -> Mono.defer(() -> left.isEmpty() ? Mono.empty() : Mono.error(left.remove()));
	}

}
