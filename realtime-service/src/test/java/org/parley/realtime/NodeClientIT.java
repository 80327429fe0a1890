package org.parley.realtime;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import tools.jackson.databind.JsonNode;

import static org.parley.realtime.NodePages.await;

/** Clients of web pages, by each transport. */
class NodeClientIT extends RealtimeIT {

	private static NodePages pages;

	@BeforeAll
	static void installClient() {
		pages = NodePages.install();
	}

	@AfterEach
	void closePages() {
		pages.close();
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

	private List<JsonNode> open(String transports, String thread, String token) throws IOException {
		return pages.run("live.mjs", this.sockets, transports, thread, token);
	}

}
