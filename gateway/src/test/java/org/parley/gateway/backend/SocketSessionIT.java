package org.parley.gateway.backend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayApplication;
import org.parley.gateway.OwnEventLoops;
import org.parley.gateway.Visitors;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances of Socket.IO behind two gateways with different orders of instances. */
class SocketSessionIT {

	private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

	private static final EngineInstance ONE = new EngineInstance("one");

	private static final EngineInstance TWO = new EngineInstance("two");

	private static ConfigurableApplicationContext first;

	private static ConfigurableApplicationContext second;

	@BeforeAll
	static void start() {
		first = run(ONE, TWO);
		second = run(TWO, ONE);
	}

	@AfterAll
	static void stop() {
		Stream.of(first, second).forEach(ConfigurableApplicationContext::close);
		Stream.of(ONE, TWO).forEach(EngineInstance::stop);
	}

	@AfterEach
	void bringBack() {
		Stream.of(ONE, TWO).forEach(EngineInstance::start);
		Stream.of(first, second)
			.map((gateway) -> gateway.getBean(CircuitBreakerRegistry.class))
			.forEach(Backends::awaitCalls);
	}

	@Test
	void sessionRequestsReachTheirInstanceThroughAnyGateway() {
		var owners = new TreeSet<String>();
		Awaitility.await().until(() -> {
			owners.add(ownerOfANewSession());
			return owners.size() == 2;
		});
	}

	private static String ownerOfANewSession() {
		var sid = open(first);
		var owner = owner(poll(first, "GET", sid));
		for (var gateway : List.of(second, first, second)) {
			for (var method : List.of("GET", "POST")) {
				assertThat(owner(poll(gateway, method, sid))).isEqualTo(owner);
			}
		}
		return owner;
	}

	@Test
	void sessionUpgradeReachesItsInstance() throws Exception {
		for (int i = 0; i < 4; i++) {
			var sid = open(first);
			var owner = owner(poll(first, "GET", sid));
			assertThat(greeting(second, "&sid=" + sid)).isEqualTo(owner);
		}
	}

	@Test
	void webSocketWithoutSessionOpensAtAvailableInstance() throws Exception {
		ONE.stop();
		for (int i = 0; i < 4; i++) {
			assertThat(greeting(first, "")).isEqualTo("two");
		}
	}

	@Test
	void sessionOfLostInstanceEndsAndReopensElsewhere() {
		var sid = Stream.generate(() -> open(first))
			.filter((some) -> owner(poll(first, "GET", some)).equals("one"))
			.findFirst()
			.orElseThrow();
		ONE.stop();
		for (var gateway : List.of(first, second)) {
			for (int i = 0; i < 30; i++) {
				var answer = poll(gateway, (i % 2 == 0) ? "GET" : "POST", sid);
				assertThat(answer.getStatus().value()).isEqualTo(503);
				assertThat(answer.getResponseBody()).contains("service.unavailable");
			}
			assertThat(owner(poll(gateway, "GET", open(gateway)))).isEqualTo("two");
		}
	}

	@Test
	void returnedInstanceOpensSessionsAgain() {
		ONE.stop();
		for (int i = 0; i < 4; i++) {
			assertThat(ownerOfANewSession()).isEqualTo("two");
		}
		ONE.start();
		Awaitility.await().until(() -> ownerOfANewSession().equals("one"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "sid=", "sid=unknown", "sid=unknown.", "sid=unknown.zzzz", "sid=a.0000",
			"sid=unknown%2E0000", "sid=a.0000&sid=b.0000", "s%69d=a", "sid" })
	void unopenedSessionIsUnknown(String session) {
		var answer = request(first, "GET", "/socket.io/?EIO=4&transport=polling&" + session);
		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(answer.getResponseBody()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
	}

	@Test
	void handshakeKeepsItsFormAndRevealsNoAddress() {
		var answer = request(first, "GET", "/socket.io/?EIO=4&transport=polling&t=x");
		assertThat(answer.getResponseBody()).matches(
				"0\\{\"sid\":\"[0-9a-f-]{36}\\.[0-9a-f]{4}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000}");
		assertThat(answer.getResponseHeaders().getContentLength())
			.isEqualTo(Objects.requireNonNull(answer.getResponseBody()).length());
	}

	@Test
	void instanceGetsResolvedClientAddress() throws Exception {
		request(first, "GET", "/socket.io/?EIO=4&transport=polling", "198.51.100.9, 203.0.113.7");
		greeting(first, "");
		var heard = Stream.of(ONE, TWO).flatMap((instance) -> instance.clients().stream()).toList();
		assertThat(heard).contains(List.of("203.0.113.7"), List.of("127.0.0.1")).allMatch((one) -> one.size() == 1);
	}

	private static String open(ConfigurableApplicationContext gateway) {
		var answer = request(gateway, "GET", "/socket.io/?EIO=4&transport=polling");
		assertThat(answer.getStatus().value()).isEqualTo(200);
		var sid = SID.matcher(String.valueOf(answer.getResponseBody()));
		assertThat(sid.find()).isTrue();
		return sid.group(1);
	}

	private static EntityExchangeResult<String> poll(ConfigurableApplicationContext gateway, String method,
			String sid) {
		return request(gateway, method, "/socket.io/?EIO=4&transport=polling&t=a=b&sid=" + sid + "&c=%2B");
	}

	private static String owner(EntityExchangeResult<String> answer) {
		assertThat(answer.getStatus().value()).isEqualTo(200);
		return String.valueOf(answer.getResponseBody());
	}

	private static EntityExchangeResult<String> request(ConfigurableApplicationContext gateway, String method,
			String uri) {
		return request(gateway, method, uri, Visitors.address());
	}

	private static EntityExchangeResult<String> request(ConfigurableApplicationContext gateway, String method,
			String uri, String address) {
		return Visitors.at(port(gateway), address)
			.method(HttpMethod.valueOf(method))
			.uri(URI.create("http://127.0.0.1:" + port(gateway) + uri))
			.header("Accept-Encoding", "gzip")
			.exchange()
			.expectBody(String.class)
			.returnResult();
	}

	/** The first packet of the instance. */
	private static String greeting(ConfigurableApplicationContext gateway, String query) throws Exception {
		var heard = new CopyOnWriteArrayList<String>();
		var socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://127.0.0.1:" + port(gateway) + "/socket.io/?EIO=4&transport=websocket" + query),
					new WebSocket.Listener() {

						@Override
						public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
							heard.add(text.toString());
							return WebSocket.Listener.super.onText(from, text, last);
						}

					})
			.get(10, TimeUnit.SECONDS);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !heard.isEmpty());
		socket.abort();
		return heard.getFirst();
	}

	private static int port(ConfigurableApplicationContext gateway) {
		return gateway.getEnvironment().getRequiredProperty("local.server.port", int.class);
	}

	private static ConfigurableApplicationContext run(EngineInstance uri, EngineInstance other) {
		return new SpringApplicationBuilder(GatewayApplication.class).profiles("development")
			.initializers(new OwnEventLoops())
			.run("--server.port=0", "--spring.cloud.config.enabled=false", "--PARLEY_REDIS_URI=redis://127.0.0.1:1",
					"--PARLEY_AMQP_URI=amqp://nobody:nothing@127.0.0.1:1", "--PARLEY_AUTH_URI=http://127.0.0.1:1",
					"--PARLEY_REALTIME_SOCKET_URI=" + uri.uri(), "--PARLEY_REALTIME_SOCKET_OTHERS=" + other.uri());
	}

}
