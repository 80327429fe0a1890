package org.parley.realtime.revocation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.localstack.LocalStack;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A revocation ends live sockets on every instance, whatever is down, and what was told
 * while an instance could not hear is asked for. How long it took is logged.
 */
class ThreeWaysIT extends RealtimeIT {

	private static final Logger log = LoggerFactory.getLogger(ThreeWaysIT.class);

	private static final String NO_REDIS = "--spring.data.redis.url=redis://127.0.0.1:1";

	private static final String NO_BROKER = "--spring.rabbitmq.addresses=amqp://nobody:nothing@127.0.0.1:1";

	private final Queue<String> listed = new ConcurrentLinkedQueue<>();

	private final String id = Ids.next();

	private HttpServer authService;

	private String source = "";

	@BeforeEach
	void authServiceListsRevocations() throws IOException {
		this.authService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.authService.createContext("/internal/revocations", this::list);
		this.authService.start();
		this.source = "--parley.revocations.source=http://127.0.0.1:" + this.authService.getAddress().getPort()
				+ "/internal/revocations";
	}

	@AfterEach
	void authServiceEnds() {
		this.authService.stop(0);
	}

	@Test
	void withEverythingUp() {
		var visitors = sockets(this.sockets, another());
		awaitListeners(2);
		assertEndsOnBoth(visitors, "nothing");
	}

	@Test
	void withoutRedis() {
		assertEndsOnBoth(sockets(another(NO_REDIS), another(NO_REDIS)), "Redis");
	}

	@Test
	void withoutTheBroker() {
		var visitors = sockets(socketsOf(start(NO_BROKER)), socketsOf(start(NO_BROKER)));
		awaitListeners(3);
		assertEndsOnBoth(visitors, "the broker");
	}

	@Test
	void anInstanceThatHasJustStartedRefusesWithItsFirstAnswer() {
		this.listed.add(ban());
		var instance = start(NO_REDIS, NO_BROKER, this.source);
		var first = visitor(socketsOf(instance), "websocket", TestTokens.of(this.id, "alice"), null);
		assertThat(first.outcome()).contains("auth.token-revoked");
		var other = visitor(socketsOf(instance), "websocket", TestTokens.of(Ids.next(), "bob"), null);
		assertThat(other.outcome()).isEqualTo("ok");
	}

	@Test
	void whatWasToldWhileRedisCouldNotBeHeardIsAskedFor() {
		var instance = start(NO_BROKER, this.source);
		var person = sockets(socketsOf(instance)).getFirst();
		this.listed.add(ban());
		var user = URI.create(String.valueOf(instance.getEnvironment().getProperty("spring.data.redis.url")))
			.getUserInfo()
			.split(":", 2)[0];
		soon().until(() -> {
			try (var client = RedisClient.create(LocalStack.forTests().redisUri()); var admin = client.connect()) {
				admin.sync().clientKill(KillArgs.Builder.user(user));
			}
			return person.isGone();
		});
	}

	@Test
	void whatWasToldWhileTheBrokerCouldNotBeHeardIsAskedFor() {
		var instance = start(NO_REDIS, this.source);
		var person = sockets(socketsOf(instance)).getFirst();
		this.listed.add(ban());
		soon().dontCatchUncaughtExceptions().until(() -> {
			instance.getBean(CachingConnectionFactory.class).resetConnection();
			return person.isGone();
		});
	}

	@Test
	void anAuthServiceThatComesLaterIsAskedThen() {
		this.authService.removeContext("/internal/revocations");
		var instance = start(NO_REDIS, NO_BROKER, this.source, "--parley.revocations.pause=100ms");
		var person = sockets(socketsOf(instance)).getFirst();
		this.listed.add(ban());
		this.authService.createContext("/internal/revocations", this::list);
		soon().until(person::isGone);
	}

	private List<Visitor> sockets(Integer... ports) {
		var visitors = List.of(ports)
			.stream()
			.map((port) -> visitor(port, "websocket", TestTokens.of(this.id, "alice"), null))
			.toList();
		assertThat(visitors).extracting(Visitor::outcome).containsOnly("ok");
		return visitors;
	}

	private void assertEndsOnBoth(List<Visitor> visitors, String down) {
		var told = System.nanoTime();
		news().tell("user.banned", (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", this.id));
		this.redis.convertAndSend(this.prefix + "revocations", ban());
		soon().until(() -> visitors.stream().allMatch(Visitor::isGone));
		log.info("Both sockets ended after {} ms with this down: {}", (System.nanoTime() - told) / 1_000_000, down);
		assertThat(visitors).allSatisfy((visitor) -> {
			assertThat(visitor.heard("session-ended").getFirst().path("code").asString())
				.isEqualTo("auth.token-revoked");
			assertThat(visitor.goodbye()).isEqualTo("io server disconnect");
		});
	}

	/** Redis says who hears a channel; instances subscribe when they have started. */
	private void awaitListeners(long instances) {
		soon().until(() -> this.redis.convertAndSend(this.prefix + "revocations", "{}") >= instances);
	}

	private String ban() {
		return "{\"userId\":\"%s\",\"ver\":2}".formatted(this.id);
	}

	private void list(HttpExchange exchange) {
		var page = "{\"data\":[%s],\"next\":null}".formatted(String.join(",", this.listed))
			.getBytes(StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, page.length);
			exchange.getResponseBody().write(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
