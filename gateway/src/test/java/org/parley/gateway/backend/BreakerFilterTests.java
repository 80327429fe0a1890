package org.parley.gateway.backend;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.problem.GatewayProblemException;
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

	private static final BackendSettings SETTINGS = new BackendSettings(Duration.ofSeconds(1), Duration.ofSeconds(2));

	private final ConnectException refused = new ConnectException("refused");

	private boolean answers = true;

	private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();

	private final RouteInstances routes = new RouteInstances(InstantSource.system(), new InstanceProbe(SETTINGS) {

		@Override
		Mono<Boolean> answers(URI instance) {
			return Mono.just(BreakerFilterTests.this.answers);
		}

	}, this.breakers, SETTINGS);

	private final BreakerFilter filter = new BreakerFilter(this.routes);

	private final BalancingFilter balancing = new BalancingFilter(this.routes);

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

	/** A request to an instance that is held is refused after the patience. */
	@Test
	void suspicionAndAnswerTogetherTakeThePatience() {
		assertThat(SETTINGS.suspicion()).isPositive();
		assertThat(SETTINGS.suspicion().plus(SETTINGS.answerTime())).isEqualTo(SETTINGS.patience());
	}

	@Test
	void possiblyReceivedRequestIsNotRepeated() {
		StepVerifier.create(ask("GET", answering(new IOException("reset")))).verifyError(IOException.class);
		StepVerifier.create(ask("GET", answering(ReadTimeoutException.INSTANCE)))
			.verifyError(ReadTimeoutException.class);
	}

	@Test
	void serviceWithoutAnswersIsNotCalled() {
		this.answers = false;
		ask("POST", answering(this.refused)).onErrorComplete().block();
		StepVerifier.create(ask("GET", (_) -> Mono.error(new AssertionError("was called"))))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOfSatisfying(GatewayProblemException.class,
					(problem) -> assertThat(problem.retryAfter()).isPositive()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST", "PUT", "DELETE" })
	void callsWithoutAnswersDoNotKeepOthersFromAnsweringService(String method) {
		for (int i = 0; i < 100; i++) {
			ask(method, answering(new IOException("closed"))).onErrorComplete().block();
		}
		StepVerifier.create(ask("GET", answering())).verifyComplete();
	}

	private Mono<Void> ask(String method, GatewayFilterChain chain) {
		var exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create("/api/v1/threads")).build());
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
					Route.async().id("forum").uri("http://forum:1").predicate((_) -> true).build());
		return this.filter.filter(exchange, (asked) -> this.balancing.filter(asked, chain));
	}

	/** Fails several times, then answers. */
	private static GatewayFilterChain answering(Exception... failures) {
		Queue<Exception> left = new ArrayDeque<>(List.of(failures));
		return (_) -> Mono.defer(() -> left.isEmpty() ? Mono.empty() : Mono.error(left.remove()));
	}

}
