package org.parley.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import org.parley.system.LiveClient;

import static org.assertj.core.api.Assertions.assertThat;

/** People talk through the gateway, by the API and by sockets. */
@EndToEnd
class PrivateConversationIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final String word = TestUsers.unique("c").replace("-", "");

	private final ApiUser admin;

	private final ApiUser alice;

	private final ApiUser bob;

	private final String bobName = "bob-" + this.word;

	PrivateConversationIT(RunningSystem system) {
		this.admin = system.signedIn("admin");
		var people = new TestUsers(system.gateway(), this.admin);
		var guest = system.gateway().guest();
		this.alice = guest.signedIn(people.register("alice-" + this.word).text("/data/accessToken"));
		this.bob = guest.signedIn(people.register(this.bobName).text("/data/accessToken"));
	}

	@Test
	void twoPeopleTalkAndNobodyElseHears() {
		var conversation = this.alice
			.post("/chat/conversations", Map.of("kind", "direct", "members", List.of(this.bobName)))
			.is(201)
			.text("/data/id");
		var path = "/chat/conversations/" + conversation;
		var room = Map.of("conversationId", conversation);
		try (var alices = LiveClient.connect(this.alice, "websocket");
				var bobs = LiveClient.connect(this.bob, "polling");
				var admins = LiveClient.connect(this.admin, "websocket")) {
			assertThat(alices.ask("join-conversation", room).path("ok").asBoolean()).isTrue();
			assertThat(admins.ask("join-conversation", room).path("code").asString(""))
				.isEqualTo("conversation.not-found");
			this.admin.get(path + "/messages").is(404);

			var hello = Map.of("conversationId", conversation, "text", "Hello " + this.word, "clientId", "one");
			var sent = alices.ask("send-message", hello);
			assertThat(sent.path("ok").asBoolean()).isTrue();
			assertThat(alices.ask("send-message", hello).at("/message/id")).isEqualTo(sent.at("/message/id"));
			bobs.await("conversation-updated",
					(event) -> event.at("/data/lastMessage/id").equals(sent.at("/message/id")), SOON);
			assertThat(this.bob.get(path).is(200).text("/data/unreadCount")).isEqualTo("1");

			assertThat(bobs.ask("join-conversation", room).path("ok").asBoolean()).isTrue();
			this.bob.put(path + "/read", Map.of("seq", 1)).is(200);
			alices.await("read-updated", (event) -> event.at("/data/seq").asLong() == 1, SOON);
			assertThat(this.bob.get(path).is(200).text("/data/unreadCount")).isEqualTo("0");

			var answer = this.bob.post(path + "/messages", Map.of("text", "Hello, too")).is(201).text("/data/id");
			alices.await("new-message", (event) -> event.at("/data/id").asString("").equals(answer), SOON);
			this.bob.patch("/chat/messages/" + answer, Map.of("text", "Hello again")).is(200);
			alices.await("message-updated", (event) -> event.at("/data/text").asString("").equals("Hello again"), SOON);
			this.bob.delete("/chat/messages/" + answer).is(204);
			alices.await("message-removed", (event) -> event.at("/data/id").asString("").equals(answer), SOON);

			assertThat(alices.received("new-message")).hasSize(2);
			assertThat(admins.received("new-message")).isEmpty();
			assertThat(admins.received("conversation-updated")).isEmpty();
		}
	}

}
