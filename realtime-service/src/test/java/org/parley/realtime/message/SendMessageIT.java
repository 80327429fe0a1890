package org.parley.realtime.message;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.TestChatService;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class SendMessageIT extends RealtimeIT {

	private final String conversation = Ids.next();

	@AfterEach
	void reset() {
		TestChatService.SERVER.resetAll();
	}

	@ParameterizedTest
	@CsvSource({ "200", "201" })
	void messageIsSentWithOwnToken(int status) {
		answer(status, "{'data': {'id': 'a message', 'seq': 7, 'replyTo': null}}");
		var token = TestTokens.of(Ids.next(), "alice");
		var client = client(this.sockets, "websocket", token, null);
		var sent = client.ask("send-message",
				Map.of("conversationId", this.conversation, "text", "Hello 🌍", "clientId", "one"));
		assertThat(sent.path("ok").asBoolean()).isTrue();
		assertThat(sent.at("/message/id").asString()).isEqualTo("a message");
		assertThat(sent.at("/message/seq").asInt()).isEqualTo(7);
		assertThat(sent.at("/message/replyTo").isNull()).isTrue();
		TestChatService.SERVER
			.verify(postRequestedFor(urlEqualTo("/api/v1/chat/conversations/" + this.conversation + "/messages"))
				.withHeader("Authorization", equalTo("Bearer " + token))
				.withRequestBody(equalToJson("{\"text\": \"Hello 🌍\", \"clientId\": \"one\"}")));
	}

	@Test
	void attachmentsAreSentWithoutText() {
		answer(201, "{'data': {'id': 'a message', 'seq': 7}}");
		var client = member(Ids.next());
		var sent = client.ask("send-message", Map.of("conversationId", this.conversation, "clientId", "one",
				"attachments", List.of("first", "second")));
		assertThat(sent.path("ok").asBoolean()).as(sent.toString()).isTrue();
		TestChatService.SERVER.verify(postRequestedFor(anyUrl())
			.withRequestBody(equalToJson("{\"clientId\": \"one\", \"attachments\": [\"first\", \"second\"]}")));
		for (var malformed : List.of("first", List.of(1), Map.of())) {
			assertThat(
					client
						.ask("send-message",
								Map.of("conversationId", this.conversation, "clientId", "two", "attachments",
										malformed))
						.path("code")
						.asString())
				.isEqualTo("request.invalid");
		}
	}

	@ParameterizedTest
	@CsvSource({ "404, conversation.not-found", "403, chat.blocked", "422, request.invalid", "429, limit.exceeded" })
	void refusalHasCodeOfApiAndSocketStays(int status, String code) {
		answer(status, "{'code': '" + code + "', 'status': " + status + "}");
		var client = member(Ids.next());
		var refused = client.ask("send-message",
				Map.of("conversationId", this.conversation, "text", "", "clientId", "one"));
		assertThat(refused.path("ok").asBoolean(true)).isFalse();
		assertThat(refused.path("code").asString()).isEqualTo(code);
		assertThat(client.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void unavailableServiceIsReported() {
		answer(503, "{'code': 'database.unavailable'}");
		var client = member(Ids.next());
		var message = Map.of("conversationId", this.conversation, "text", "Hello", "clientId", "one");
		assertThat(client.ask("send-message", message).path("code").asString()).isEqualTo("service.unavailable");
		TestChatService.SERVER
			.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		assertThat(client.ask("send-message", message).path("code").asString()).isEqualTo("service.unavailable");
	}

	@Test
	void malformedMessageAndMissingScopeAreRefusedHere() {
		var client = member(Ids.next());
		assertThat(client.ask("send-message", Map.of("conversationId", this.conversation, "text", "Hello"))
			.path("code")
			.asString()).isEqualTo("request.invalid");
		assertThat(client.ask("send-message", Map.of("conversationId", "../..", "text", "Hello", "clientId", "one"))
			.path("code")
			.asString()).isEqualTo("request.invalid");
		var message = Map.of("conversationId", this.conversation, "text", "Hello", "clientId", "one");
		var reads = client(this.sockets, "websocket",
				TestTokens.claims(Ids.next(), "bob").claim("scope", "chat:read").sign(), null);
		assertThat(reads.ask("send-message", message).path("code").asString()).isEqualTo("auth.scope-missing");
		assertThat(guest("websocket").ask("send-message", message).path("code").asString()).isEqualTo("auth.required");
		assertThat(TestChatService.SERVER.getAllServeEvents()).isEmpty();
	}

	private static void answer(int status, String body) {
		TestChatService.SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status)
			.withHeader("Content-Type", (status < 300) ? "application/json" : "application/problem+json")
			.withBody(body.replace('\'', '"'))));
	}

}
