package org.parley.process;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.parley.launcher.client.Await;
import org.parley.localstack.StackUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;

/** Sets up a small installation, whose services share one process. */
@Order(1)
class TogetherIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String PASSWORD = "curiouser & curiouser";

	@Test
	void smallInstallationIsSetUpAndEachServiceWritesItsLog() throws IOException {
		try (var system = start()) {
			var guest = system.gateway().guest();
			guest.get("/setup").is(200).has("/data/required", true);
			guest.post("/auth/register", Map.of("name", "Alice", "email", "alice@example.org", "password", PASSWORD))
				.refused(403, "setup.required");
			var setup = guest.post("/setup", setup(system.variable("PARLEY_SETUP_TOKEN"))).is(201);
			var admin = guest.signedIn(setup.text("/data/accessToken"));
			var thread = Await.within(SOON,
					() -> admin
						.post("/threads",
								Map.of("category", "gardening", "title", "The first thread", "content", "Welcome."))
						.is(201));
			guest.get("/threads/" + thread.text("/data/id")).is(200).has("/data/author/username", "admin");
			assertThat(system.names()).filteredOn((name) -> name.endsWith("-service"))
				.hasSizeGreaterThan(9)
				.allSatisfy((name) -> admin.get("/admin/" + name + "/outbox").is(200));

			assertThat(system.stop()).isEqualTo(143);
			var writers = new HashSet<String>();
			assertThat(system.log()).allSatisfy((line) -> {
				assertThat(line.at("/@timestamp").asString()).isNotEmpty();
				writers.add(line.at("/service/name").asString());
			});
			assertThat(writers).contains("parley")
				.containsAll(system.names().stream().filter((name) -> !name.equals("object-storage")).toList());
		}
	}

	private static TogetherSystem start() throws IOException {
		try {
			return new TogetherSystem(Map.of("PARLEY_VERIFICATION_REQUIRED", "true"));
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			throw new TestAbortedException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static Map<String, Object> setup(String token) {
		return Map.of("token", token, "admin",
				Map.of("username", "admin", "email", "admin@example.org", "password", PASSWORD, "name", "The Hatter"),
				"forum", Map.of("name", "The Tea Party"), "categories",
				List.of(Map.of("slug", "gardening", "name", "Gardening", "description", "Soil, seeds and seasons.")));
	}

}
