package org.parley.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parley.localstack.FreePort;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.database.SentCommands;
import org.parley.realtime.room.TakenWaits;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs the service on real servers, with one context for all subclasses. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.data.redis.timeout=5s", "parley.realtime.session.rooms=5",
				"parley.realtime.replay.events=5", "parley.realtime.presence.beat=200ms",
				"parley.realtime.presence.grace=6s", "parley.realtime.personal-tokens.timeout=15s",
				"parley.revocations.name=${parley.redis.prefix}revocations",
				"parley.realtime.messages.channel=${parley.redis.prefix}unsent-events",
				"parley.revocations.source=http://127.0.0.1:1/internal/revocations" })
@LocalStackTest
@Import({ TestExchanges.class, SentCommands.class, TakenWaits.class })
public abstract class RealtimeIT {

	@LocalServerPort
	private int port;

	@Value("${parley.realtime.gate.port}")
	protected int sockets;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	protected StringRedisTemplate redis;

	@Autowired
	protected MeterRegistry meters;

	@Autowired
	protected ConfigurableEnvironment environment;

	@Autowired
	protected SentCommands commands;

	@Autowired
	private TakenWaits takenWaits;

	@Value("${parley.redis.prefix}")
	protected String prefix;

	private final List<SocketTestClient> clients = new ArrayList<>();

	private final List<ConfigurableApplicationContext> others = new ArrayList<>();

	/** The other instance of all classes. */
	private static @Nullable ConfigurableApplicationContext second;

	/** The instance of a class, with its settings. */
	private static @Nullable ConfigurableApplicationContext special;

	@DynamicPropertySource
	static void freePort(DynamicPropertyRegistry properties) {
		var free = FreePort.find();
		properties.add("parley.realtime.gate.port", () -> free);
		properties.add("parley.realtime.messages.service", TestChatService::url);
		properties.add("parley.realtime.personal-tokens.exchange", TestAuthService::exchange);
	}

	public int port() {
		return this.port;
	}

	@BeforeEach
	void awaitFirstEvent() {
		if (countEvents(this.meters) == 0) {
			awaitQueueOf(this.meters);
		}
	}

	/** Publishes events until an instance has received one of them. */
	protected void awaitQueueOf(MeterRegistry instance) {
		var before = countEvents(instance);
		soon().pollDelay(Duration.ZERO).until(() -> {
			events().publish("user.role-changed", (data) -> data.withObject("/user").put("id", Ids.next()));
			return countEvents(instance) > before;
		});
	}

	private static double countEvents(MeterRegistry instance) {
		return sum(instance.find("parley.inbox.handled").tag("queue", "realtime").counters());
	}

	@AfterEach
	protected void closeClients() {
		this.clients.forEach(SocketTestClient::close);
		this.clients.clear();
	}

	@AfterEach
	protected void closeOtherInstances() {
		this.others.forEach(ConfigurableApplicationContext::close);
		this.others.clear();
	}

	@AfterAll
	static void closeSpecialInstance() {
		if (special != null) {
			special.close();
			special = null;
		}
	}

	/**
	 * Closes the other instance of all classes; the next class that needs it starts it.
	 */
	protected static void closeSecondInstance() {
		if (second != null) {
			second.close();
			second = null;
		}
	}

	/**
	 * Returns the socket port of another instance with the same settings, which receives
	 * events and serves the tests of all classes, because a start costs more than a test.
	 */
	protected int secondInstance() {
		var running = second;
		if (running == null) {
			running = run();
			second = running;
			awaitQueueOf(running.getBean(MeterRegistry.class));
		}
		return socketsOf(running);
	}

	/** Returns the instance that serves all tests of a class, with its settings. */
	protected ConfigurableApplicationContext specialInstance(String... settings) {
		var running = (special != null) ? special : run(settings);
		special = running;
		return running;
	}

	/**
	 * Starts another instance on the same servers and waits until it receives events;
	 * returns its socket port.
	 */
	protected int startInstance(String... settings) {
		var other = start(settings);
		awaitQueueOf(other.getBean(MeterRegistry.class));
		return socketsOf(other);
	}

	/** Starts another instance, on the same servers unless the settings say otherwise. */
	protected ConfigurableApplicationContext start(String... settings) {
		var other = run(settings);
		this.others.add(other);
		return other;
	}

	private ConfigurableApplicationContext run(String... settings) {
		var arguments = new ArrayList<>(List.of("--server.port=0"));
		if (Stream.of(settings).noneMatch((setting) -> setting.startsWith("--parley.realtime.gate.port="))) {
			arguments.add("--parley.realtime.gate.port=" + FreePort.find());
		}
		for (var name : List.of("spring.mongodb.uri", "spring.rabbitmq.addresses", "spring.data.redis.url",
				"spring.data.redis.timeout", "parley.redis.prefix", "parley.public-url",
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri", "spring.cloud.config.enabled",
				"parley.events.keys.auth-service", "parley.realtime.replay.events", "parley.realtime.presence.beat",
				"parley.realtime.presence.grace", "parley.revocations.name", "parley.revocations.source",
				"parley.realtime.messages.channel", "parley.media.key")) {
			if (Stream.of(settings).noneMatch((setting) -> setting.startsWith("--" + name + "="))) {
				arguments.add("--" + name + "=" + this.environment.getProperty(name));
			}
		}
		arguments.addAll(List.of(settings));
		return new SpringApplicationBuilder(RealtimeApplication.class).run(arguments.toArray(String[]::new));
	}

	protected static int socketsOf(ConfigurableApplicationContext instance) {
		return instance.getEnvironment().getRequiredProperty("parley.realtime.gate.port", int.class);
	}

	protected EventFixture events() {
		return new EventFixture(this.rabbit);
	}

	protected SocialEventFixture social() {
		return new SocialEventFixture(events());
	}

	/** Publishes a thread that everyone may read. */
	protected String openThread() {
		return events().thread(events().category("anyone"));
	}

	protected SocketTestClient guest(String transport) {
		return client(this.sockets, transport, null, null);
	}

	protected SocketTestClient member(String id, String... roles) {
		return client(this.sockets, "websocket", TestTokens.of(id, "alice", roles), null);
	}

	protected SocketTestClient client(int socketPort, String transport, @Nullable String token, @Nullable Long offset) {
		var client = SocketTestClient.connect(socketPort, transport, token, offset);
		this.clients.add(client);
		return client;
	}

	/** Returns the sum of a counter over all its tags. */
	protected double countOf(String meter) {
		return sum(this.meters.find(meter).counters());
	}

	private static double sum(Collection<Counter> counters) {
		return counters.stream().mapToDouble(Counter::count).sum();
	}

	/**
	 * Makes a request of a client that may not wait for an event under way, so a refusal
	 * comes at once.
	 */
	protected <T> T atOnce(SocketTestClient client, Supplier<T> request) {
		return this.takenWaits.during(client.id(), request);
	}

	/** Waits up to 20 seconds for a condition. */
	protected static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

	/**
	 * Waits until a client has received all events published before.
	 */
	protected void awaitDelivery(SocketTestClient client, String thread) {
		var last = events().reply(thread, "the last");
		soon().until(() -> client.received("new-post")
			.stream()
			.anyMatch((message) -> message.at("/data/id").asString("").equals(last)));
	}

}
