package org.parley.gateway.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayApplication;
import org.parley.gateway.OwnEventLoops;
import org.parley.gateway.Visitors;
import org.parley.platform.test.client.TestTokens;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Changes a file of settings while the gateway runs. */
class SettingsIT {

	private static final String SETTINGS = "/api/v1/admin/gateway/settings";

	@TempDir
	private static Path folder;

	private static ConfigurableApplicationContext gateway;

	private static int port;

	@BeforeAll
	static void start() throws IOException {
		Files.copy(Path.of("../config-repo/application.yml"), folder.resolve("application.yml"));
		write("");
		gateway = new SpringApplicationBuilder(GatewayApplication.class).profiles("development")
			.initializers(new Backends(), new OwnEventLoops())
			.run("--server.port=0", "--spring.cloud.config.enabled=false", "--PARLEY_CONFIG_DIR=" + folder,
					"--parley.public-url=" + TestTokens.ISSUER,
					"--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestTokens.keysUri());
		port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@AfterAll
	static void stop() {
		gateway.close();
	}

	@BeforeEach
	@AfterEach
	void restore() throws IOException {
		write("");
		Awaitility.await().untilAsserted(() -> refresh(admin()).expectStatus().isOk());
	}

	@Test
	void changedLimitHoldsForKnownAddresses() throws IOException {
		WebTestClient visitor = Visitors.at(port);
		assertPolicy(visitor, "\"anonymous\";q=120;w=60");
		write("parley.gateway.limits.anonymous.requests: 2");
		refresh(admin()).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.applied")
			.isEqualTo(List.of("parley.gateway.limits.anonymous.requests"))
			.jsonPath("$.refused")
			.isEmpty();
		assertPolicy(visitor, "\"anonymous\";q=2;w=60");
		assertPolicy(visitor, "\"anonymous\";q=2;w=60");
		get(visitor).expectStatus().isEqualTo(429);
	}

	@Test
	void invalidLimitIsRefusedAndFormerStays() throws IOException {
		write("parley.gateway.limits.anonymous.requests: 0");
		refresh(admin()).expectStatus()
			.isEqualTo(422)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("settings.invalid")
			.jsonPath("$.refused[0].prefix")
			.isEqualTo("parley.gateway.limits")
			.jsonPath("$.refused[0].reason")
			.isEqualTo("anonymous.requests must be greater than or equal to 1");
		assertPolicy(Visitors.at(port), "\"anonymous\";q=120;w=60");
	}

	@Test
	void otherSettingsWaitForTheNextStart() throws IOException {
		write("parley.gateway.docs.fresh: 3m");
		refresh(admin()).expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.applied")
			.isEmpty()
			.jsonPath("$.atNextStart")
			.isEqualTo(List.of("parley.gateway.docs.fresh"));
	}

	@Test
	void logLevelChanges() throws IOException {
		assertThat(LoggerFactory.getLogger("org.parley.gateway.limit").isDebugEnabled()).isFalse();
		write("logging.level.org.parley.gateway.limit: debug");
		refresh(admin()).expectStatus().isOk();
		assertThat(LoggerFactory.getLogger("org.parley.gateway.limit").isDebugEnabled()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "user, 403, auth.forbidden", "moderator, 403, auth.forbidden" })
	void otherRolesAreRefused(String role, int status, String code) {
		refresh(TestTokens.of(UUID.randomUUID().toString(), "mallory", role)).expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "posts, 403", "admin, 200" })
	void appsNeedTheScope(String scope, int status) {
		refresh(TestTokens.claims(UUID.randomUUID().toString(), "ada", "admin").claim("scope", scope).sign())
			.expectStatus()
			.isEqualTo(status);
	}

	@Test
	void boundTokenIsRefused() {
		refresh(TestTokens.claims(UUID.randomUUID().toString(), "ada", "admin").claim("cnf", "key").sign())
			.expectStatus()
			.isForbidden();
	}

	@Test
	void guestsAreRefused() {
		Visitors.at(port)
			.post()
			.uri(SETTINGS)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("auth.required");
		Visitors.at(port).get().uri(SETTINGS).exchange().expectStatus().isUnauthorized();
	}

	private static String admin() {
		return TestTokens.of(UUID.randomUUID().toString(), "ada", "admin");
	}

	private static WebTestClient.ResponseSpec refresh(String token) {
		return Visitors.at(port).post().uri(SETTINGS).header("Authorization", "Bearer " + token).exchange();
	}

	private static void assertPolicy(WebTestClient visitor, String policy) {
		get(visitor).expectStatus().isOk().expectHeader().valueEquals("RateLimit-Policy", policy);
	}

	private static WebTestClient.ResponseSpec get(WebTestClient visitor) {
		return visitor.get().uri("/api/v1/notifications").exchange();
	}

	private static void write(String change) throws IOException {
		Files.writeString(folder.resolve("gateway.yml"),
				Files.readString(Path.of("../config-repo/gateway.yml")) + "\n" + change + "\n");
	}

}
