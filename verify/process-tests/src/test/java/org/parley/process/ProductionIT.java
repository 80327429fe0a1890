package org.parley.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayRequest;
import org.parley.localstack.StackUnavailableException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Sets up an empty production installation over HTTP and creates the first thread. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(1)
class ProductionIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String PASSWORD = "curiouser & curiouser";

	/**
	 * Stricter than the defaults: the first administrator can write without verifying a
	 * mail address.
	 */
	private static final Map<String, String> MORE = Map.of("PARLEY_VERIFICATION_REQUIRED", "true",
			"PARLEY_GATEWAY_SCRAPERS", "127.0.0.0/8");

	private ProductionSystem system;

	@BeforeAll
	void start() {
		try {
			this.system = ProductionSystem.start(MORE);
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			throw new TestAbortedException(String.valueOf(ex.getMessage()), ex);
		}
	}

	@AfterAll
	void stop() {
		if (this.system != null) {
			this.system.close();
		}
	}

	@Test
	void newInstallationIsSetUpOnce() {
		var guest = this.system.gateway().guest();
		guest.get("/setup").is(200).has("/data/required", true);
		guest.post("/auth/register", registration()).refused(403, "setup.required");
		guest.post("/setup", setup("x".repeat(64))).refused(403, "setup.token-invalid");

		var setup = setup(this.system.variable("PARLEY_SETUP_TOKEN"));
		guest.post("/setup", setup).is(201).has("/data/accessToken", "to be present", (token) -> token.isString());
		guest.get("/setup").is(200).has("/data/required", false).has("/data/forum/name", "The Tea Party");
		guest.post("/setup", setup).refused(409, "setup.done");

		var admin = signIn(guest);
		Await.within(SOON,
				() -> guest.get("/categories").is(200).has("/data/0/slug", "gardening").has("/data/1/slug", "riddles"));
		var thread = Await.within(SOON,
				() -> admin
					.post("/threads",
							Map.of("category", "gardening", "title", "The first thread", "content", "Welcome."))
					.is(201));
		guest.get("/threads/" + thread.text("/data/id")).is(200).has("/data/author/username", "admin");
		admin.get("/admin/users").is(200);
		guest.post("/auth/register", registration()).is(201);
	}

	@Test
	void metricsAreReadByScrapersOnly() {
		var gateway = this.system.gateway();
		gateway.exchange(new GatewayRequest("GET", "/metrics", Map.of(), null)).is(200);
		gateway.exchange(new GatewayRequest("GET", "/metrics", Map.of("X-Forwarded-For", "203.0.113.7"), null)).is(404);
	}

	@Test
	void everyLineOfLogsIsJson() {
		var mapper = JsonMapper.shared();
		for (var service : List.of("config-server", "auth-service", "forum-service", "gateway")) {
			assertThat(this.system.log(service)).as(service)
				.isNotEmpty()
				.allSatisfy(
						(line) -> assertThat(mapper.readTree(line).at("/service/name").asString()).isEqualTo(service));
		}
	}

	private static ApiUser signIn(ApiUser guest) {
		var session = guest.post("/auth/login", Map.of("login", "admin", "password", PASSWORD)).is(200);
		return guest.signedIn(session.text("/data/accessToken"));
	}

	private static Map<String, Object> registration() {
		return Map.of("name", "Alice", "email", "alice@example.org", "password", PASSWORD);
	}

	private static Map<String, Object> setup(String token) {
		return Map.of("token", token, "admin",
				Map.of("username", "admin", "email", "admin@example.org", "password", PASSWORD, "name", "The Hatter"),
				"forum", Map.of("name", "The Tea Party"), "categories",
				List.of(Map.of("slug", "gardening", "name", "Gardening", "description", "Soil, seeds and seasons."),
						Map.of("slug", "riddles", "name", "Riddles")));
	}

}
