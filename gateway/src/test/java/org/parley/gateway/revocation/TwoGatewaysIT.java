package org.parley.gateway.revocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayApplication;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.OwnEventLoops;
import org.parley.gateway.Visitors;
import org.parley.localstack.LocalStack;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A revocation takes effect on every gateway during outages, and on a new gateway before
 * its first answer. The time is logged.
 */
@GatewayTest
@LocalStackTest
class TwoGatewaysIT {

	private static final Logger log = LoggerFactory.getLogger(TwoGatewaysIT.class);

	private static final Duration SOON = Duration.ofSeconds(20);

	/** The same for all instances of a deployment. */
	private static final List<String> SHARED = List.of("spring.rabbitmq.addresses", "spring.data.redis.url",
			"parley.redis.prefix", "parley.revocations.name", "parley.public-url",
			"spring.security.oauth2.resourceserver.jwt.jwk-set-uri", "spring.cloud.config.enabled");

	@Autowired
	private Environment environment;

	@Autowired
	private RabbitTemplate rabbit;

	@Value("${parley.revocations.name}")
	private String name;

	private final String person = UUID.randomUUID().toString();

	private final String other = UUID.randomUUID().toString();

	private final List<ConfigurableApplicationContext> gateways = new ArrayList<>();

	@BeforeEach
	void authServiceHasItsExchange() {
		new RabbitAdmin(this.rabbit).declareExchange(new TopicExchange("auth.events"));
	}

	@AfterEach
	void end() {
		this.gateways.forEach(ConfigurableApplicationContext::close);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REDIS_AND_BROKER")
	void revocationsApplyToBothGatewaysAndNoOthers(Down down) {
		start(down);
		start(down);
		var session = "session-of-" + this.person;
		var elsewhere = TestTokens.claims(this.person, "alice").claim("sid", "another").sign();
		assertThat(statuses(TestTokens.of(this.person, "alice"))).containsOnly(200);
		publish("session.revoked", Map.of("userId", this.person, "sessionId", session, "reason", "logout"),
				"{\"sid\":\"%s\"}".formatted(session));
		awaitEverywhere(TestTokens.of(this.person, "alice"), down);
		assertThat(statuses(elsewhere)).as("another session").containsOnly(200);
		publish("user.banned", Map.of("user", Map.of("id", this.person), "tokenVersion", 2),
				"{\"userId\":\"%s\",\"ver\":2}".formatted(this.person));
		awaitEverywhere(elsewhere, down);
		assertThat(statuses(TestTokens.of(this.other, "bob"))).containsOnly(200);
		assertThat(statuses(TestTokens.claims(this.person, "alice").claim("sid", "later").claim("ver", 2).sign()))
			.as("a token that was issued afterwards")
			.containsOnly(200);
	}

	@Test
	void newGatewayKnowsRevocationsAtFirstRequest() {
		Backends.revoke("{\"userId\":\"%s\",\"ver\":2}".formatted(this.person));
		var began = System.nanoTime();
		start(Down.REDIS_AND_BROKER, false);
		log.info("A gateway started within {} ms", (System.nanoTime() - began) / 1_000_000);
		assertThat(statuses(TestTokens.of(this.person, "alice"))).containsOnly(401);
		assertThat(statuses(TestTokens.of(this.other, "bob"))).containsOnly(200);
	}

	@Test
	void gatewayStartsWithoutAuthService() {
		run("--server.port=0", "--spring.cloud.config.enabled=false",
				"--parley.revocations.source=http://127.0.0.1:1/internal/revocations",
				"--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/oauth2/jwks");
		assertThat(statuses("nonsense")).containsOnly(200);
	}

	private void start(Down down) {
		start(down, true);
	}

	private void start(Down down, boolean listening) {
		var settings = Stream
			.concat(Stream.of("server.port=0"),
					SHARED.stream().map((setting) -> setting + "=" + down.of(setting, this.environment)))
			.map((setting) -> "--" + setting)
			.toArray(String[]::new);
		var gateway = run(settings);
		if (listening) {
			Awaitility.await()
				.atMost(SOON)
				.untilAsserted(() -> assertThat(down.heard(gateway.getBean(MeterRegistry.class))).isTrue());
		}
	}

	private ConfigurableApplicationContext run(String... settings) {
		var gateway = new SpringApplicationBuilder(GatewayApplication.class).profiles("development")
			.initializers(new Backends(), new OwnEventLoops())
			.run(settings);
		this.gateways.add(gateway);
		return gateway;
	}

	/** Publishes like auth-service: a message in Redis, an event through the broker. */
	private void publish(String type, Map<String, Object> data, String message) {
		this.rabbit.convertAndSend("auth.events", type,
				JsonMapper.shared().writeValueAsString(Map.of("type", type, "data", data)));
		try (var client = RedisClient.create(LocalStack.forTests().redisUri()); var auth = client.connect()) {
			auth.sync().publish(this.name, message);
		}
	}

	private void awaitEverywhere(String token, Down down) {
		var published = System.nanoTime();
		IntPredicate refused = (status) -> status == 401;
		Awaitility.await()
			.atMost(SOON)
			.pollInterval(Duration.ofMillis(5))
			.pollDelay(Duration.ZERO)
			.until(() -> statuses(token).stream().mapToInt(Integer::intValue).allMatch(refused));
		log.info("Both refuse after {} ms with this down: {}", (System.nanoTime() - published) / 1_000_000, down);
		assertThat(statuses(token)).as("and go on to").containsOnly(401);
	}

	private List<Integer> statuses(String token) {
		return this.gateways.stream()
			.map((gateway) -> Visitors.at(gateway.getEnvironment().getRequiredProperty("local.server.port", int.class))
				.get()
				.uri("/api/v1/notifications")
				.header("Authorization", "Bearer " + token)
				.exchange()
				.returnResult(String.class)
				.getStatus()
				.value())
			.toList();
	}

	/** An address without a server. */
	enum Down {

		NOTHING, REDIS, BROKER, REDIS_AND_BROKER;

		String of(String setting, Environment environment) {
			return switch (setting) {
				case "spring.data.redis.url" ->
					isWithout("redis") ? "redis://127.0.0.1:1" : environment.getRequiredProperty(setting);
				case "spring.rabbitmq.addresses" -> isWithout("broker") ? "amqp://nobody:nothing@127.0.0.1:1"
						: environment.getRequiredProperty(setting);
				default -> environment.getRequiredProperty(setting);
			};
		}

		boolean heard(MeterRegistry meters) {
			return Stream.of("redis", "broker")
				.allMatch((source) -> isWithout(source)
						|| meters.get("parley.gateway.revocations.open").tag("source", source).gauge().value() == 1);
		}

		private boolean isWithout(String source) {
			return name().toLowerCase(Locale.ROOT).contains(source);
		}

	}

}
