package org.parley.realtime.connection;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A socket shows and tells what its token may be used for. */
class ScopeIT extends RealtimeIT {

	private final String id = Ids.next();

	@Test
	void aTokenThatIsNotForReadingDoesNotConnect() {
		assertThat(with("threads:write notifications profile admin", "admin").outcome()).contains("auth.scope-missing");
		assertThat(with("threads:read").outcome()).isEqualTo("ok");
	}

	@Test
	void aTokenThatTakesAProofIsForNoSocket() {
		var bound = TestTokens.claims(this.id, "alice").claim("cnf", Map.of("jkt", "a-thumbprint")).sign();
		assertThat(visitor(this.sockets, "websocket", bound, null).outcome()).contains("auth.proof-required");
	}

	@Test
	void aModeratorsTokenForReadingSeesWhatAnybodySees() {
		var thread = news().thread(news().category("moderator"));
		assertThat(with("threads:read moderation", "moderator").join(thread).path("ok").asBoolean()).isTrue();
		assertThat(with("threads:read", "moderator", "admin").join(thread).path("code").asString())
			.isEqualTo("thread.not-found");
	}

	@Test
	void whoMayNotHearOfNotificationsDoesNot() {
		var hears = with("threads:read notifications");
		var reads = with("threads:read");
		assertThat(List.of(hears.outcome(), reads.outcome())).containsOnly("ok");
		var thread = openThread();
		assertThat(reads.join(thread).path("ok").asBoolean()).isTrue();
		heardBy(hears, "first");
		settle(reads, thread);
		assertThat(reads.heard("notification")).isEmpty();
	}

	@Test
	void anotherTokenMayBeForMoreOrLess() {
		var always = member(this.id);
		var visitor = with("threads:read");
		assertThat(List.of(always.outcome(), visitor.outcome())).containsOnly("ok");
		var thread = openThread();
		assertThat(visitor.join(thread).path("ok").asBoolean()).isTrue();
		assertThat(goOn(visitor, "threads:read notifications")).isTrue();
		heardBy(visitor, "more");
		assertThat(goOn(visitor, "notifications")).isFalse();
		assertThat(goOn(visitor, "threads:read")).isTrue();
		heardBy(always, "less");
		settle(visitor, thread);
		assertThat(visitor.heard("notification")).noneMatch((message) -> message.toString().contains("\"less\""));
	}

	@Test
	void typingIsWriting() {
		var thread = openThread();
		var reader = with("threads:read");
		reader.join(thread);
		assertThat(reader.ask("typing", Map.of("threadId", thread)).path("code").asString())
			.isEqualTo("auth.scope-missing");
		var writer = with("threads:read threads:write");
		writer.join(thread);
		assertThat(writer.ask("typing", Map.of("threadId", thread)).path("ok").asBoolean()).isTrue();
		soon().until(() -> !reader.heard("typing").isEmpty());
	}

	@Test
	void aProgramThatActsForNobodyIsAGuest() {
		var claims = TestTokens.claims("program-" + this.id, "")
			.claim("scope", "threads:read threads:write notifications moderation admin");
		List.of("roles", "preferred_username", "name", "sid", "ver").forEach((claim) -> claims.claim(claim, null));
		var program = visitor(this.sockets, "websocket", claims.sign(), null);
		var guest = guest("websocket");
		var thread = openThread();
		assertThat(List.of(program.join(thread), guest.join(thread)))
			.allMatch((answer) -> answer.path("ok").asBoolean());
		assertThat(program.join(news().thread(news().category("user"))).path("code").asString())
			.isEqualTo("thread.not-found");
		program.ask("typing", Map.of("threadId", thread));
		settle(guest, thread);
		assertThat(guest.heard("typing")).isEmpty();
	}

	private Visitor with(String scope, String... roles) {
		return visitor(this.sockets, "websocket", token(scope, roles), null);
	}

	private String token(String scope, String... roles) {
		return TestTokens.claims(this.id, "alice", roles).claim("scope", scope).sign();
	}

	private boolean goOn(Visitor visitor, String scope) {
		return visitor.ask("authenticate", Map.of("token", token(scope))).path("ok").asBoolean();
	}

	/** Tells the person until this one hears it. */
	private void heardBy(Visitor visitor, String title) {
		soon().until(() -> {
			news().notification(this.id, title);
			return visitor.heard("notification")
				.stream()
				.anyMatch((message) -> message.toString().contains("\"" + title + "\""));
		});
	}

}
