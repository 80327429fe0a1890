package org.parley.gateway.revocation;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;
import org.parley.gateway.token.RequestTokenKind;
import org.parley.localstack.LocalStack;
import org.parley.platform.security.revocation.Revocation;
import org.parley.platform.security.revocation.Revocations;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A revocation from a single source takes effect. */
@GatewayTest
@LocalStackTest
class GatewayRevocationIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	@LocalServerPort
	int port;

	@Value("${parley.revocations.name}")
	String name;

	@Value("${spring.data.redis.url}")
	String redisUri;

	@Autowired
	RabbitTemplate rabbit;

	@Autowired
	MeterRegistry meters;

	@Autowired
	Revocations revocations;

	private final String person = UUID.randomUUID().toString();

	private String token = "";

	@BeforeEach
	void untilAllIsOpenAndTheTokenCounts() {
		new RabbitAdmin(this.rabbit).declareExchange(new TopicExchange("auth.events"));
		this.token = TestTokens.of(this.person, "alice");
		Awaitility.await().atMost(SOON).untilAsserted(() -> {
			assertThat(isOpen("redis")).isTrue();
			assertThat(isOpen("broker")).isTrue();
			get("/api/v1/notifications").expectStatus()
				.isOk()
				.expectHeader()
				.valueMatches("RateLimit-Policy", "\"user\".*");
		});
	}

	@Test
	void redisRevokesSession() {
		publish("{\"sid\":\"session-of-%s\"}".formatted(this.person));
		assertRefused();
	}

	@Test
	void redisRevokesPersonsTokens() {
		publish("{\"userId\":\"%s\",\"ver\":2}".formatted(this.person));
		assertRefused();
	}

	@Test
	void brokerRevokesSession() {
		publishEvent("session.revoked", Map.of("userId", this.person, "sessionId", "session-of-" + this.person));
		assertRefused();
	}

	@Test
	void banRevokesTokens() {
		publishEvent("user.banned", Map.of("user", Map.of("id", this.person), "tokenVersion", 2));
		assertRefused();
	}

	@ParameterizedTest
	@ValueSource(strings = { "user.role-changed", "user.groups-changed" })
	void changeOfRoleOrGroupsRevokesTokens(String type) {
		publishEvent(type, Map.of("user", Map.of("id", this.person), "tokenVersion", 2));
		assertRefused();
	}

	/** Services accept a token for a minute beyond its expiry. */
	@Test
	void revokedTokenWithinClockSkewIsRefused() {
		publish("{\"sid\":\"session-of-%s\"}".formatted(this.person));
		this.token = TestTokens.claims(this.person, "alice")
			.claim("exp", Date.from(InstantSource.system().instant().minusSeconds(20)))
			.sign();
		assertRefused();
	}

	@Test
	void malformedMessageKeepsSourcesOpen() {
		publish("nonsense");
		publish("[]");
		publish("{\"sid\":{\"a\":1}}");
		this.rabbit.convertAndSend("auth.events", "user.banned", "nonsense");
		publishEvent("user.banned", Map.of());
		publish("{\"sid\":\"session-of-%s\"}".formatted(this.person));
		assertRefused();
		assertThat(isOpen("redis")).isTrue();
		assertThat(isOpen("broker")).isTrue();
	}

	@Test
	void revokedTokenDoesNotPreventSigningIn() {
		publish("{\"sid\":\"session-of-%s\"}".formatted(this.person));
		assertRefused();
		for (var path : new String[] { "login", "refresh", "register", "forgot-password" }) {
			request(HttpMethod.POST, "/api/v1/auth/" + path).expectStatus().isOk();
		}
		request(HttpMethod.POST, "/api/v1/auth/logout").expectStatus().isUnauthorized();
	}

	@Test
	void refusalsAreCountedAndUseQuota() {
		publish("{\"sid\":\"session-of-%s\"}".formatted(this.person));
		assertRefused();
		var before = this.meters.get("parley.gateway.revocations.refused").counter().count();
		get("/api/v1/notifications").expectStatus()
			.isUnauthorized()
			.expectHeader()
			.valueMatches("WWW-Authenticate", "Bearer error=\"invalid_token\"");
		assertThat(this.meters.get("parley.gateway.revocations.refused").counter().count()).isEqualTo(before + 1);
		assertThat(this.meters.get("parley.gateway.revocations.known").gauge().value()).isPositive();
	}

	@Test
	void listOfAuthServiceIsLoaded() {
		Backends.revoke("{\"userId\":\"%s\",\"ver\":2}".formatted(this.person));
		assertThat(this.meters.get("parley.gateway.revocations.loaded").gauge().value()).isPositive();
		// Messages may be lost with a broken connection.
		try (var client = RedisClient.create(LocalStack.forTests().redisUri()); var admin = client.connect()) {
			admin.sync().clientKill(KillArgs.Builder.user(URI.create(this.redisUri).getUserInfo().split(":", 2)[0]));
		}
		assertRefused();
	}

	/** Whatever its proof: the services check proofs, and none receives the request. */
	@Test
	void revokedBoundTokenIsRefused() {
		publish("{\"sid\":\"session-of-%s\"}".formatted(this.person));
		assertRefused();
		for (var scheme : new String[] { "DPoP ", "dpop " }) {
			Visitors.at(this.port)
				.get()
				.uri("/api/v1/notifications")
				.header("Authorization", scheme + this.token)
				.header("DPoP", "a-proof")
				.exchange()
				.expectStatus()
				.isUnauthorized()
				.expectHeader()
				.valueEquals("WWW-Authenticate", "DPoP error=\"invalid_token\"")
				.expectBody()
				.jsonPath("$.code")
				.isEqualTo("auth.token-revoked");
		}
	}

	/**
	 * Whatever its audience, program and scheme, and whoever asks for it, by any method.
	 */
	@ParameterizedTest
	@EnumSource
	void revokedTokenOfEachKindIsRefusedOnEachPath(RequestTokenKind kind) {
		var revocations = List.of(new Revocation(RequestTokenKind.session("of-session"), null, null),
				new Revocation(null, "of-version", 2L));
		revocations.forEach(this.revocations::add);
		for (var person : List.of("of-session", "of-version", "other-" + this.person)) {
			var expected = person.startsWith("other") ? HttpStatus.OK : HttpStatus.UNAUTHORIZED;
			var requests = Map.of("/api/v1/notifications", HttpMethod.GET, "/api/v1/chat/conversations/1/messages",
					HttpMethod.POST, "/socket.io/?EIO=4", HttpMethod.GET, "/api/v1/social/posts/1", HttpMethod.PUT,
					"/oauth2/userinfo", HttpMethod.POST);
			requests.forEach((path, method) -> {
				var answer = Visitors.at(this.port)
					.method(method)
					.uri(path)
					.header("Authorization", kind.header(person))
					.exchange()
					.expectStatus()
					.isEqualTo(expected);
				if (path.contains("/api/")) {
					answer.expectHeader()
						.value("RateLimit-Policy", (policy) -> assertThat(policy).contains("\"user\""));
				}
			});
		}
	}

	private boolean isOpen(String source) {
		return this.meters.get("parley.gateway.revocations.open").tag("source", source).gauge().value() == 1;
	}

	private void publish(String message) {
		// The gateway's Redis user may only subscribe in a deployment.
		try (var client = RedisClient.create(LocalStack.forTests().redisUri()); var auth = client.connect()) {
			Awaitility.await().atMost(SOON).until(() -> auth.sync().publish(this.name, message) > 0);
		}
	}

	private void publishEvent(String type, Map<String, Object> data) {
		this.rabbit.convertAndSend("auth.events", type,
				JsonMapper.shared().writeValueAsString(Map.of("type", type, "data", data)));
	}

	private void assertRefused() {
		Awaitility.await()
			.atMost(SOON)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.revocations.contain(this.person, "session-of-" + this.person, 1));
		get("/api/v1/notifications").expectStatus()
			.isUnauthorized()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("auth.token-revoked")
			.jsonPath("$.type")
			.isEqualTo("urn:parley:problem:auth.token-revoked")
			.jsonPath("$.correlationId")
			.exists();
	}

	private WebTestClient.ResponseSpec get(String path) {
		return request(HttpMethod.GET, path);
	}

	private WebTestClient.ResponseSpec request(HttpMethod method, String path) {
		return Visitors.at(this.port)
			.method(method)
			.uri(path)
			.header("Authorization", "Bearer " + this.token)
			.exchange();
	}

}
