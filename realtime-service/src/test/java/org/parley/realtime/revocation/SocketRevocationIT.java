package org.parley.realtime.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class SocketRevocationIT extends RealtimeIT {

	@Test
	void aBanEndsTheSocket() {
		var id = Ids.next();
		var banned = member(id);
		var thread = openThread();
		banned.join(thread);
		news().tell("user.banned", (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", id));
		assertEnds(banned);
		assertThat(banned.heard("session-ended")).hasSize(1);
		assertThat(banned.goodbye()).isEqualTo("io server disconnect");
		var again = member(id);
		assertThat(again.outcome()).contains("auth.token-revoked");
	}

	@Test
	void anEndedSessionEndsItsSocketOnly() {
		var id = Ids.next();
		var session = Ids.next();
		var here = with(TestTokens.claims(id, "alice").claim("sid", session));
		var there = with(TestTokens.claims(id, "alice").claim("sid", Ids.next()));
		assertThat(here.outcome()).isEqualTo("ok");
		assertThat(there.outcome()).isEqualTo("ok");
		news().tell("session.revoked", (data) -> {
			data.put("userId", id).put("sessionId", session);
			data.remove("tokenVersion");
		});
		assertEnds(here);
		assertThat(there.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void anotherRoleAsksForAnotherToken() {
		var id = Ids.next();
		var old = member(id);
		assertThat(old.outcome()).isEqualTo("ok");
		news().tell("user.role-changed", (data) -> data.put("tokenVersion", 2).withObject("/user").put("id", id));
		assertEnds(old);
		assertThat(with(TestTokens.claims(id, "alice", "moderator").claim("ver", 2)).outcome()).isEqualTo("ok");
	}

	@Test
	void whatRedisSaysIsEnough() {
		var id = Ids.next();
		var person = member(id);
		assertThat(person.outcome()).isEqualTo("ok");
		this.redis.convertAndSend(this.prefix + "revocations", "no json");
		soon().until(() -> {
			this.redis.convertAndSend(this.prefix + "revocations", "{\"userId\":\"%s\",\"ver\":2}".formatted(id));
			return person.isGone();
		});
	}

	@Test
	void whatCountsForNobodyIsRefused() {
		assertThat(with(TestTokens.claims(Ids.next(), "alice").expired()).outcome()).contains("auth.token-invalid");
		assertThat(with(TestTokens.claims(Ids.next(), "alice").audience("others")).outcome())
			.contains("auth.token-invalid");
		assertThat(with(TestTokens.claims(Ids.next(), "alice").type("JWT")).outcome()).contains("auth.token-invalid");
		var stranger = TestTokens.claims(Ids.next(), "alice").signByStranger();
		assertThat(visitor(this.sockets, "polling", stranger, null).outcome()).contains("auth.token-invalid");
		assertThat(visitor(this.sockets, "polling", "nonsense", null).outcome()).contains("auth.token-invalid");
	}

	@Test
	void theSocketEndsWithItsToken() {
		var brief = with(endingIn(Duration.ofSeconds(3)));
		assertThat(brief.outcome()).isEqualTo("ok");
		assertThat(brief.goodbye()).startsWith("transport ");
		assertThat(brief.heard("session-ended").getFirst().path("code").asString()).isEqualTo("auth.token-expired");
	}

	@Test
	void whoBringsAFreshTokenGoesOn() {
		var id = Ids.next();
		var draft = TestTokens.claims(id, "alice");
		draft.claims().expirationTime(Date.from(now().plusSeconds(3)));
		var person = with(draft);
		assertThat(person.ask("authenticate", Map.of("token", TestTokens.of(Ids.next(), "mallory")))
			.path("code")
			.asString()).isEqualTo("auth.token-invalid");
		assertThat(person.ask("authenticate", Map.of("token", TestTokens.of(id, "alice"))).path("ok").asBoolean())
			.isTrue();
		Awaitility.await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(8)).until(() -> !person.isGone());
	}

	private Visitor with(TestTokens.Draft draft) {
		return visitor(this.sockets, "websocket", draft.sign(), null);
	}

	private static TestTokens.Draft endingIn(Duration time) {
		var draft = TestTokens.claims(Ids.next(), "alice");
		draft.claims().expirationTime(Date.from(now().plus(time)));
		return draft;
	}

	private static Instant now() {
		return InstantSource.system().instant();
	}

	private static void assertEnds(Visitor visitor) {
		soon().until(visitor::isGone);
	}

}
