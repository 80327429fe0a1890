package org.parley.realtime.connection;

import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;
import org.parley.realtime.TestAuthService;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Sockets with personal access tokens, which auth-service exchanges. */
class PersonalTokenIT extends RealtimeIT {

	private static final String PERSONAL = "parley_pat_" + "x".repeat(43);

	private final String id = Ids.next();

	private final String tokenId = Ids.next();

	@AfterEach
	void reset() {
		TestAuthService.SERVER.resetAll();
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void personalTokenConnectsWithItsScopes(String transport) {
		exchangeTo("threads:read");
		var client = connect(transport);
		assertThat(client.outcome()).isEqualTo("ok");
		assertThat(client.join(events().thread(events().category("user"))).path("ok").asBoolean()).isTrue();
		assertThat(client.joinConversation(Ids.next()).path("code").asString()).isEqualTo("auth.scope-missing");
		TestAuthService.SERVER.verify(1, postRequestedFor(urlEqualTo("/internal/personal-tokens/exchange"))
			.withRequestBody(equalToJson("{\"token\": \"" + PERSONAL + "\"}")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void unknownPersonalTokenIsRefused(String transport) {
		answer(aResponse().withStatus(401));
		assertThat(connect(transport).outcome()).contains("auth.token-invalid");
	}

	@Test
	void personalTokenWithoutReadScopeIsRefused() {
		exchangeTo("threads:write");
		assertThat(connect("websocket").outcome()).contains("auth.scope-missing");
	}

	@Test
	void failedExchangeIsReportedAsUnavailable() {
		answer(aResponse().withStatus(503));
		assertThat(connect("websocket").outcome()).contains("auth.unavailable");
	}

	/** More connections wait for auth-service than the server has threads. */
	@Test
	void pendingExchangesDoNotDelayOtherClients() {
		var thread = openThread();
		assertThat(guest("websocket").join(thread).path("ok").asBoolean()).isTrue();
		var held = TestAuthService.hold(post(anyUrl()).willReturn(aResponse().withStatus(401)));
		var waiting = new SocketTestClient[Runtime.getRuntime().availableProcessors() + 1];
		for (var index = 0; index < waiting.length; index++) {
			waiting[index] = connect("websocket");
		}
		assertThat(guest("websocket").join(thread).path("ok").asBoolean()).isTrue();
		assertThat(waiting).noneMatch(SocketTestClient::isAnswered);
		held.countDown();
		assertThat(waiting).allMatch((client) -> client.outcome().contains("auth.token-invalid"));
	}

	@Test
	void revokedPersonalTokenDisconnectsItsSocketOnly() {
		exchangeTo("threads:read");
		var application = connect("websocket");
		var page = member(this.id);
		assertThat(application.outcome()).isEqualTo("ok");
		assertThat(page.outcome()).isEqualTo("ok");
		events().publish("session.revoked", (data) -> {
			data.put("userId", this.id).put("sessionId", this.tokenId);
			data.remove("tokenVersion");
		});
		soon().until(application::isDisconnected);
		assertThat(application.received("session-ended").getFirst().path("code").asString())
			.isEqualTo("auth.token-revoked");
		assertThat(page.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void personalTokenRenewsIdentityOfItsOwnerOnly() {
		exchangeTo("threads:read");
		var own = member(this.id);
		assertThat(own.ask("authenticate", Map.of("token", PERSONAL)).path("ok").asBoolean()).isTrue();
		var other = member(Ids.next());
		assertThat(other.ask("authenticate", Map.of("token", PERSONAL)).path("code").asString())
			.isEqualTo("auth.token-invalid");
	}

	private SocketTestClient connect(String transport) {
		return client(this.sockets, transport, PERSONAL, null);
	}

	private void exchangeTo(String scope) {
		var token = TestTokens.claims(this.id, "alice").claim("scope", scope).claim("sid", this.tokenId).sign();
		answer(okJson("{\"accessToken\": \"" + token + "\", \"expiresIn\": 900}"));
	}

	private static void answer(ResponseDefinitionBuilder answer) {
		TestAuthService.SERVER.stubFor(post(anyUrl()).willReturn(answer));
	}

}
