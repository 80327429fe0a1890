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
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.localstack.LocalStack;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A revocation disconnects sockets on every instance while Redis or the broker is down,
 * and revocations missed meanwhile are loaded from auth-service. The duration is logged.
 */
class RevocationSourcesIT extends RealtimeIT {

	private static final Logger log = LoggerFactory.getLogger(RevocationSourcesIT.class);

	private static final String NO_REDIS = "--spring.data.redis.url=redis://127.0.0.1:1";

	private static final String NO_BROKER = "--spring.rabbitmq.addresses=amqp://nobody:nothing@127.0.0.1:1";

	/** The log is never complete without the broker, and a stop waits for joins. */
	private static final String IMPATIENT = "--parley.realtime.coverage.join=100ms";

	private final Queue<String> listed = new ConcurrentLinkedQueue<>();

	private final String id = Ids.next();

	private final String missed = Ids.next();

	private HttpServer authService;

	private String source = "";

	@BeforeEach
	void startAuthService() throws IOException {
		this.authService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.authService.createContext("/internal/revocations", this::list);
		this.authService.start();
		this.source = "--parley.revocations.source=http://127.0.0.1:" + this.authService.getAddress().getPort()
				+ "/internal/revocations";
	}

	@AfterEach
	void stopAuthService() {
		this.authService.stop(0);
	}

	/** The other instance has all sources. */
	@Test
	void revocationWithoutRedisDisconnectsSocketsAndMissedOneIsLoaded() {
		var instance = start(NO_REDIS, this.source);
		awaitQueueOf(instance.getBean(MeterRegistry.class));
		assertAllDisconnected(sockets(this.id, this.sockets, socketsOf(instance)), "Redis");
		var person = sockets(this.missed, socketsOf(instance)).getFirst();
		this.listed.add(ban(this.missed));
		soon().dontCatchUncaughtExceptions().until(() -> {
			instance.getBean(CachingConnectionFactory.class).resetConnection();
			return person.isDisconnected();
		});
	}

	/** The other instance has all sources. */
	@Test
	void revocationWithoutBrokerDisconnectsSocketsAndMissedOneIsLoaded() {
		var others = countListeners();
		var instance = start(NO_BROKER, IMPATIENT, this.source);
		var clients = sockets(this.id, this.sockets, socketsOf(instance));
		soon().until(() -> countListeners() > others);
		assertAllDisconnected(clients, "the broker");
		var person = sockets(this.missed, socketsOf(instance)).getFirst();
		this.listed.add(ban(this.missed));
		var user = URI.create(String.valueOf(instance.getEnvironment().getProperty("spring.data.redis.url")))
			.getUserInfo()
			.split(":", 2)[0];
		soon().until(() -> {
			try (var client = RedisClient.create(LocalStack.forTests().redisUri()); var admin = client.connect()) {
				admin.sync().clientKill(KillArgs.Builder.user(user));
			}
			return person.isDisconnected();
		});
	}

	@Test
	void startedInstanceRefusesTokenRevokedBefore() {
		this.listed.add(ban(this.id));
		var instance = start(NO_REDIS, NO_BROKER, IMPATIENT, this.source);
		var first = client(socketsOf(instance), "websocket", TestTokens.of(this.id, "alice"), null);
		assertThat(first.outcome()).contains("auth.token-revoked");
		var other = client(socketsOf(instance), "websocket", TestTokens.of(Ids.next(), "bob"), null);
		assertThat(other.outcome()).isEqualTo("ok");
	}

	@Test
	void revocationIsLoadedWhenAuthServiceStartsLater() {
		this.authService.removeContext("/internal/revocations");
		var instance = start(NO_REDIS, NO_BROKER, IMPATIENT, this.source, "--parley.revocations.pause=100ms");
		var person = sockets(this.id, socketsOf(instance)).getFirst();
		this.listed.add(ban(this.id));
		this.authService.createContext("/internal/revocations", this::list);
		soon().until(person::isDisconnected);
	}

	private List<SocketTestClient> sockets(String person, Integer... ports) {
		var clients = Stream.of(ports)
			.map((port) -> client(port, "websocket", TestTokens.of(person, "alice"), null))
			.toList();
		assertThat(clients).extracting(SocketTestClient::outcome).containsOnly("ok");
		return clients;
	}

	private void assertAllDisconnected(List<SocketTestClient> clients, String down) {
		var published = System.nanoTime();
		events().publish("user.banned", (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", this.id));
		this.redis.convertAndSend(this.prefix + "revocations", ban(this.id));
		soon().until(() -> clients.stream().allMatch(SocketTestClient::isDisconnected));
		log.info("Both sockets were disconnected after {} ms without: {}", (System.nanoTime() - published) / 1_000_000,
				down);
		assertThat(clients).allSatisfy((client) -> {
			assertThat(client.received("session-ended").getFirst().path("code").asString())
				.isEqualTo("auth.token-revoked");
			assertThat(client.disconnectReason()).isEqualTo("io server disconnect");
		});
	}

	/** Counts the instances that have subscribed to the channel. */
	private long countListeners() {
		return this.redis.convertAndSend(this.prefix + "revocations", "{}");
	}

	private static String ban(String person) {
		return "{\"userId\":\"%s\",\"ver\":2}".formatted(person);
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
