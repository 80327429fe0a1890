package org.parley.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.localstack.FreePort;
import org.parley.localstack.NodeProject;
import org.parley.running.EndToEnd;
import org.parley.running.NodeProgram;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests Parley as an OpenID provider with npm's openid-client; the programs are in
 * {@code src/test/node}.
 */
@EndToEnd
class OpenIdClientIT {

	private static final Path PROGRAMS = Path.of("src/test/node");

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Path EXAMPLE = Path.of(System.getProperty("parley.root"), "docs", "examples", "sign-in");

	private final RunningSystem system;

	/** Of this test only, so no program waits for the limit of writes. */
	private final ApiUser admin;

	private final String name = TestUsers.unique("reader");

	private String thread = "";

	private @Nullable Process example;

	OpenIdClientIT(RunningSystem system) {
		this.system = system;
		this.admin = new TestUsers(system.gateway(), system.signedIn("admin")).writingAdmin();
	}

	@BeforeEach
	void createUserAndThread() {
		var user = new TestUsers(this.system.gateway(), this.admin).register(this.name);
		this.admin.post("/admin/users/%s/verify".formatted(user.text("/data/user/id"))).is(200);
		var category = TestUsers.unique("apps");
		this.admin.post("/categories", Map.of("slug", category, "name", "Of apps")).is(201);
		this.thread = this.admin
			.post("/threads", Map.of("category", category, "title", "For apps", "content", "Say something."))
			.is(201)
			.text("/data/id");
	}

	@AfterEach
	void stopExample() {
		if (this.example != null) {
			this.example.destroy();
		}
	}

	@Test
	void openIdClientCompletesAllGrants() throws IOException, InterruptedException {
		assertSucceeds("provider.test.mjs", Map.of());
	}

	@Test
	void exampleAppSignsUserInAndReplies() throws IOException, InterruptedException {
		var port = FreePort.find();
		var address = "http://127.0.0.1:" + port;
		var app = this.admin.post("/admin/oauth-clients", example(address)).is(201);
		var program = NodeProject.install(EXAMPLE, Path.of("target/example")).program("app.mjs");
		program.environment()
			.putAll(Map.of("PARLEY_URL", gateway(), "PORT", String.valueOf(port), "CLIENT_ID", app.text("/data/id")));
		this.example = program.redirectErrorStream(true).redirectOutput(Path.of("target/example.log").toFile()).start();
		assertSucceeds("example.test.mjs", Map.of("EXAMPLE", address));
		Await.within(SOON,
				() -> this.admin.get("/threads/%s/posts".formatted(this.thread))
					.is(200)
					.has("/data/1/author/username", this.name));
	}

	private Map<String, Object> example(String address) {
		return Map.of("name", "The example", "kind", "native", "password", TestUsers.PASSWORD, "redirectUris",
				List.of(address + "/callback"), "postLogoutRedirectUris", List.of(address + "/"), "scopes",
				List.of("openid", "profile", "threads:read", "threads:write"));
	}

	private void assertSucceeds(String test, Map<String, String> environment) throws IOException, InterruptedException {
		var program = NodeProject.install(PROGRAMS, Path.of("target/node")).program("--test", test);
		program.environment().put("PARLEY_SCENE", scene());
		program.environment().putAll(environment);
		NodeProgram.assertSucceed(program, test, Duration.ofMinutes(5));
	}

	private String scene() {
		var person = Map.of("username", this.name, "email", this.name + "@example.org", "password", TestUsers.PASSWORD);
		return JsonMapper.shared()
			.writeValueAsString(Map.of("gateway", gateway(), "admin", token(), "password", TestUsers.PASSWORD, "person",
					person, "thread", this.thread));
	}

	private String token() {
		return Objects.requireNonNull(this.admin.headers().get("Authorization")).substring("Bearer ".length());
	}

	private String gateway() {
		return this.system.status().gateway();
	}

}
