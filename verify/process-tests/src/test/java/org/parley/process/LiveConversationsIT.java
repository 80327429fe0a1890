package org.parley.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.localstack.NodeProject;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people talk by npm's Socket.IO client, one by WebSocket and one by polling, while
 * the instances of realtime- and chat-service are killed.
 */
@EndToEnd(apart = true)
class LiveConversationsIT {

	private static final Path PROGRAMS = Path.of("src/test/node");

	/** Below the limit of thirty messages in ten seconds. */
	private static final int EACH = 20;

	private static final Duration TIMEOUT = Duration.ofMinutes(8);

	private static final Duration STEP = Duration.ofSeconds(1);

	private final RunningSystem system;

	LiveConversationsIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void clientsMissNothingWhileInstancesAreKilled() throws IOException, InterruptedException {
		var users = new TestUsers(this.system.gateway(), this.system.signedIn("admin"));
		var alice = signedIn(users, "websocket");
		var bob = signedIn(users, "polling");
		var conversation = open(alice, bob);
		var first = talk("websocket", conversation, alice);
		var second = talk("polling", conversation, bob);
		try {
			awaitMessages(alice, conversation, EACH / 2);
			this.system.kill("realtime-service");
			this.system.kill("chat-service");
			this.system.parley("up", "--port", String.valueOf(this.system.gateway().address().getPort()));
			var heard = List.of(result(first), result(second));
			assertThat(heard).allSatisfy((result) -> {
				assertThat(result.path("interruptions").asInt()).isPositive();
				assertThat(values(result, "seqs")).isEqualTo(numbers("", 2 * EACH));
				assertThat(values(result, "texts")).containsSubsequence(numbers("websocket-", EACH))
					.containsSubsequence(numbers("polling-", EACH));
			});
			assertThat(values(heard.getFirst(), "texts")).isEqualTo(values(heard.getLast(), "texts"));
		}
		finally {
			first.destroy();
			second.destroy();
		}
	}

	private ApiUser signedIn(TestUsers users, String name) {
		var registered = users.register(TestUsers.unique(name));
		return this.system.gateway().guest().signedIn(registered.text("/data/accessToken"));
	}

	private static String open(ApiUser alice, ApiUser bob) {
		var members = Map.of("kind", "direct", "members", List.of(bob.get("/users/me").is(200).text("/data/username")));
		// The service learns of new people by events.
		await(() -> alice.post("/chat/conversations", members).status() == 201);
		return alice.get("/chat/conversations").is(200).text("/data/0/id");
	}

	private Process talk(String transport, String conversation, ApiUser user) throws IOException {
		var token = Objects.requireNonNull(user.headers().get("Authorization")).substring("Bearer ".length());
		return NodeProject.install(PROGRAMS, Path.of("target/node"))
			.program("talk.mjs", this.system.status().gateway(), transport, conversation, token, transport,
					String.valueOf(EACH), String.valueOf(2 * EACH))
			.redirectError(Path.of("target", "talk-%s.log".formatted(transport)).toFile())
			.start();
	}

	private static void awaitMessages(ApiUser user, String conversation, int count) {
		var messages = "/chat/conversations/%s/messages?limit=100".formatted(conversation);
		await(() -> user.get(messages).is(200).at("/data").size() >= count);
	}

	private static void await(BooleanSupplier condition) {
		assertThat(Await.until(TIMEOUT, STEP, condition)).isTrue();
	}

	private static JsonNode result(Process program) throws IOException, InterruptedException {
		assertThat(program.waitFor(TIMEOUT)).as("the client has heard everything").isTrue();
		return JsonMapper.shared().readTree(program.getInputStream());
	}

	private static List<String> values(JsonNode result, String name) {
		return StreamSupport.stream(result.path(name).spliterator(), false).map(JsonNode::asString).toList();
	}

	private static List<String> numbers(String prefix, int last) {
		return IntStream.rangeClosed(1, last).mapToObj((number) -> prefix + number).toList();
	}

}
