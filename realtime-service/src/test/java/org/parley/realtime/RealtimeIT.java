package org.parley.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;

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
import org.springframework.test.util.TestSocketUtils;

/** The service on real servers: one context for all who extend this. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.data.redis.timeout=5s", "parley.realtime.session.rooms=5",
				"parley.realtime.replay.events=5", "parley.revocations.name=${parley.redis.prefix}revocations",
				"parley.revocations.source=http://127.0.0.1:1/internal/revocations" })
@LocalStackTest
@Import(Exchanges.class)
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

	@Value("${parley.redis.prefix}")
	protected String prefix;

	private final List<Visitor> visitors = new ArrayList<>();

	private final List<ConfigurableApplicationContext> others = new ArrayList<>();

	@DynamicPropertySource
	static void freePort(DynamicPropertyRegistry properties) {
		var free = TestSocketUtils.findAvailableTcpPort();
		properties.add("parley.realtime.gate.port", () -> free);
	}

	public int port() {
		return this.port;
	}

	@BeforeEach
	void awaitTheQueue() {
		awaitTheQueueOf(this.meters);
	}

	/** Waits until an instance hears what is said. */
	protected void awaitTheQueueOf(MeterRegistry instance) {
		soon().until(() -> {
			news().tell("user.role-changed", (data) -> data.withObject("/user").put("id", Ids.next()));
			return instance.find("parley.inbox.handled").tag("queue", "realtime").counter() != null;
		});
	}

	@AfterEach
	void everybodyLeaves() {
		this.visitors.forEach(Visitor::close);
		this.visitors.clear();
	}

	@AfterEach
	protected void endTheOthers() {
		this.others.forEach(ConfigurableApplicationContext::close);
		this.others.clear();
	}

	/**
	 * Starts one more on the same servers, that hears events; answers its port for
	 * sockets.
	 */
	protected int another(String... settings) {
		var other = start(settings);
		awaitTheQueueOf(other.getBean(MeterRegistry.class));
		return socketsOf(other);
	}

	/** Starts one more on the same servers, or on what the settings say. */
	protected ConfigurableApplicationContext start(String... settings) {
		var arguments = new ArrayList<>(List.of("--server.port=0"));
		if (Stream.of(settings).noneMatch((setting) -> setting.startsWith("--parley.realtime.gate.port="))) {
			arguments.add("--parley.realtime.gate.port=" + TestSocketUtils.findAvailableTcpPort());
		}
		for (var name : List.of("spring.mongodb.uri", "spring.rabbitmq.addresses", "spring.data.redis.url",
				"parley.redis.prefix", "parley.public-url", "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				"spring.cloud.config.enabled", "parley.events.keys.auth-service", "parley.realtime.replay.events",
				"parley.revocations.name", "parley.revocations.source")) {
			if (Stream.of(settings).noneMatch((setting) -> setting.startsWith("--" + name + "="))) {
				arguments.add("--" + name + "=" + this.environment.getProperty(name));
			}
		}
		arguments.addAll(List.of(settings));
		var other = new SpringApplicationBuilder(RealtimeApplication.class).run(arguments.toArray(String[]::new));
		this.others.add(other);
		return other;
	}

	protected static int socketsOf(ConfigurableApplicationContext instance) {
		return instance.getEnvironment().getRequiredProperty("parley.realtime.gate.port", int.class);
	}

	protected News news() {
		return new News(this.rabbit);
	}

	/** A thread that everybody may read. */
	protected String openThread() {
		return news().thread(news().category("anyone"));
	}

	protected Visitor guest(String transport) {
		return visitor(this.sockets, transport, null, null);
	}

	protected Visitor member(String id, String... roles) {
		return visitor(this.sockets, "websocket", TestTokens.of(id, "alice", roles), null);
	}

	protected Visitor visitor(int socketPort, String transport, @Nullable String token, @Nullable Long offset) {
		var visitor = Visitor.at(socketPort, transport, token, offset);
		this.visitors.add(visitor);
		return visitor;
	}

	/** How often something was counted. */
	protected double counted(String meter) {
		return this.meters.find(meter).counters().stream().mapToDouble((counter) -> counter.count()).sum();
	}

	/** Waits for what comes soon, not at once. */
	protected static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
	}

	/**
	 * Waits until all was heard that was said before, and hears nothing else meanwhile.
	 */
	protected void settle(Visitor visitor, String thread) {
		var last = news().reply(thread, "the last");
		soon().until(() -> visitor.heard("new-post")
			.stream()
			.anyMatch((message) -> message.at("/data/id").asString("").equals(last)));
	}

}
