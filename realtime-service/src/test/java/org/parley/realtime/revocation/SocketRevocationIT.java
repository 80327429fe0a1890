package org.parley.realtime.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class SocketRevocationIT extends RealtimeIT {

	@Test
	void banDisconnectsSocket() {
		var id = Ids.next();
		var banned = member(id);
		var thread = openThread();
		banned.join(thread);
		events().publish("user.banned", (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", id));
		assertDisconnected(banned);
		assertThat(banned.received("session-ended")).hasSize(1);
		assertThat(banned.disconnectReason()).isEqualTo("io server disconnect");
		var again = member(id);
		assertThat(again.outcome()).contains("auth.token-revoked");
	}

	@Test
	void revokedSessionDisconnectsOnlyItsSocket() {
		var id = Ids.next();
		var session = Ids.next();
		var here = connectWith(TestTokens.claims(id, "alice").claim("sid", session));
		var there = connectWith(TestTokens.claims(id, "alice").claim("sid", Ids.next()));
		assertThat(here.outcome()).isEqualTo("ok");
		assertThat(there.outcome()).isEqualTo("ok");
		events().publish("session.revoked", (data) -> {
			data.put("userId", id).put("sessionId", session);
			data.remove("tokenVersion");
		});
		assertDisconnected(here);
		assertThat(there.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "user.role-changed", "user.groups-changed" })
	void changeOfRoleOrGroupsDisconnectsSocketWithOldToken(String type) {
		var id = Ids.next();
		var old = member(id);
		assertThat(old.outcome()).isEqualTo("ok");
		events().publish(type, (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", id));
		assertDisconnected(old);
		assertThat(connectWith(TestTokens.claims(id, "alice", "moderator").claim("ver", 2)).outcome()).isEqualTo("ok");
	}

	@Test
	void revocationFromRedisDisconnectsSocket() {
		var id = Ids.next();
		var person = member(id);
		assertThat(person.outcome()).isEqualTo("ok");
		this.redis.convertAndSend(this.prefix + "revocations", "no json");
		soon().until(() -> {
			this.redis.convertAndSend(this.prefix + "revocations", "{\"userId\":\"%s\",\"ver\":2}".formatted(id));
			return person.isDisconnected();
		});
	}

	@Test
	void invalidTokenIsRefused() {
		assertThat(connectWith(TestTokens.claims(Ids.next(), "alice").expired()).outcome())
			.contains("auth.token-invalid");
		assertThat(connectWith(TestTokens.claims(Ids.next(), "alice").audience("others")).outcome())
			.contains("auth.token-invalid");
		assertThat(connectWith(TestTokens.claims(Ids.next(), "alice").type("JWT")).outcome())
			.contains("auth.token-invalid");
		var stranger = TestTokens.claims(Ids.next(), "alice").signByStranger();
		assertThat(client(this.sockets, "polling", stranger, null).outcome()).contains("auth.token-invalid");
		assertThat(client(this.sockets, "polling", "nonsense", null).outcome()).contains("auth.token-invalid");
	}

	@Test
	void tokenForSocketsConnects() {
		assertThat(connectWith(TestTokens.claims(Ids.next(), "alice").audience("parley-sockets")).outcome())
			.isEqualTo("ok");
	}

	@Test
	void expiredTokenDisconnectsSocketUnlessItWasRenewed() {
		var id = Ids.next();
		var draft = TestTokens.claims(id, "alice");
		draft.claims().expirationTime(Date.from(now().plusSeconds(3)));
		var renewed = connectWith(draft);
		assertThat(renewed.ask("authenticate", Map.of("token", TestTokens.of(Ids.next(), "mallory")))
			.path("code")
			.asString()).isEqualTo("auth.token-invalid");
		assertThat(renewed.ask("authenticate", Map.of("token", TestTokens.of(id, "alice"))).path("ok").asBoolean())
			.isTrue();
		var brief = connectWith(expiringIn(Duration.ofSeconds(3)));
		assertThat(brief.outcome()).isEqualTo("ok");
		assertThat(brief.disconnectReason()).startsWith("transport ");
		assertThat(brief.received("session-ended").getFirst().path("code").asString()).isEqualTo("auth.token-expired");
		assertThat(renewed.isDisconnected()).isFalse();
	}

	private SocketTestClient connectWith(TestTokens.Draft draft) {
		return client(this.sockets, "websocket", draft.sign(), null);
	}

	private static TestTokens.Draft expiringIn(Duration time) {
		var draft = TestTokens.claims(Ids.next(), "alice");
		draft.claims().expirationTime(Date.from(now().plus(time)));
		return draft;
	}

	private static Instant now() {
		return InstantSource.system().instant();
	}

	private static void assertDisconnected(SocketTestClient client) {
		soon().until(client::isDisconnected);
	}

}
