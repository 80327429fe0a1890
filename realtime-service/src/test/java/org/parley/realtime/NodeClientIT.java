package org.parley.realtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.localstack.FreePort;
import org.parley.localstack.NodeProject;
import org.parley.localstack.StackUnavailableException;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.queue.QueueListenerLifecycle;
import org.parley.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs npm's socket.io-client, the client of web pages, in a Node.js process. */
class NodeClientIT extends RealtimeIT {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static @Nullable NodeProject node;

	private final List<Process> pages = new ArrayList<>();

	@Autowired
	@Qualifier("eventQueueListener")
	private QueueListenerLifecycle queueListenerLifecycle;

	@BeforeAll
	static void installClient() {
		try {
			node = NodeProject.install(Path.of("src/test/node"), Path.of("target/node"));
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			Assumptions.abort(ex.getMessage());
		}
	}

	@AfterEach
	void closePages() {
		this.pages.forEach(Process::destroy);
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket", "polling,websocket" })
	void pageReceivesReply(String transports) throws IOException {
		var thread = openThread();
		var received = open(transports, thread, TestTokens.of(Ids.next(), "alice"));
		await(received, "joined", (message) -> message.path("ok").asBoolean() && message.path("offset").asLong() > 0);
		events().reply(thread, "Hello 🌍");
		await(received, "new-post", (message) -> message.at("/data/content").asString("").equals("Hello 🌍"));
	}

	@Test
	void pageOfBannedUserIsDisconnected() throws IOException {
		var id = Ids.next();
		var received = open("websocket", openThread(), TestTokens.of(id, "alice"));
		await(received, "joined", (message) -> message.path("ok").asBoolean());
		events().publish("user.banned", (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", id));
		await(received, "session-ended", (message) -> message.path("code").asString("").equals("auth.token-revoked"));
		await(received, "gone", (message) -> message.path("reason").asString("").equals("io server disconnect"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void pageWithInvalidTokenIsRefused(String transport) throws IOException {
		var received = open(transport, openThread(), "nonsense");
		await(received, "refused", (message) -> message.path("code").asString("").equals("auth.token-invalid"));
	}

	/** The only instance restarts, and a reply is published in between. */
	@Test
	void reconnectingPagesReceiveReplyPublishedDuringRestart() throws IOException {
		this.queueListenerLifecycle.stop();
		try {
			var port = "--parley.realtime.gate.port=" + FreePort.find();
			var thread = openThread();
			var patient = "--parley.realtime.coverage.join=20s";
			var first = start(port, patient);
			var pages = List.of(run("follow.mjs", socketsOf(first), "polling", thread),
					run("follow.mjs", socketsOf(first), "websocket", thread));
			for (var received : pages) {
				await(received, "joined", (message) -> message.path("ok").asBoolean());
			}
			first.close();
			for (var received : pages) {
				await(received, "gone", (_) -> true);
			}
			events().reply(thread, "published during restart");
			start(port, patient);
			for (var received : pages) {
				await(received, "new-post",
						(message) -> message.at("/data/content").asString("").equals("published during restart"));
				assertThat(received).noneMatch((line) -> line.path("event").asString("").equals("resync"));
			}
		}
		finally {
			this.queueListenerLifecycle.start();
		}
	}

	private List<JsonNode> open(String transports, String thread, String token) throws IOException {
		return run("live.mjs", this.sockets, transports, thread, token);
	}

	private List<JsonNode> run(String program, int port, String... more) throws IOException {
		var arguments = Stream.concat(Stream.of(program, "http://127.0.0.1:" + port), Stream.of(more));
		var page = Objects.requireNonNull(node)
			.program(arguments.toArray(String[]::new))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		this.pages.add(page);
		var lines = new CopyOnWriteArrayList<JsonNode>();
		Thread.ofVirtual().start(() -> read(page.inputReader(), lines));
		return lines;
	}

	private static void read(BufferedReader reader, List<JsonNode> lines) {
		reader.lines().map(JSON::readTree).forEach(lines::add);
	}

	private static void await(List<JsonNode> received, String event, Predicate<JsonNode> which) {
		soon().untilAsserted(() -> assertThat(received)
			.anyMatch((line) -> line.path("event").asString("").equals(event) && which.test(line.path("message"))));
	}

}
