package org.parley.realtime.connection;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The scopes of a token decide what its socket may read and do. */
class ScopeIT extends RealtimeIT {

	private final String id = Ids.next();

	@Test
	void tokenWithoutReadScopeIsRefused() {
		assertThat(connectWith("threads:write notifications profile admin", "admin").outcome())
			.contains("auth.scope-missing");
		assertThat(connectWith("threads:read").outcome()).isEqualTo("ok");
	}

	@Test
	void senderConstrainedTokenIsRefused() {
		var bound = TestTokens.claims(this.id, "alice").claim("cnf", Map.of("jkt", "a-thumbprint")).sign();
		assertThat(client(this.sockets, "websocket", bound, null).outcome()).contains("auth.proof-required");
	}

	@Test
	void moderatorWithReadScopeReadsLikeMember() {
		var thread = events().thread(events().category("moderator"));
		assertThat(connectWith("threads:read moderation", "moderator").join(thread).path("ok").asBoolean()).isTrue();
		assertThat(connectWith("threads:read", "moderator", "admin").join(thread).path("code").asString())
			.isEqualTo("thread.not-found");
	}

	@Test
	void tokenWithoutNotificationScopeReceivesNone() {
		var notified = connectWith("threads:read notifications");
		var reads = connectWith("threads:read");
		assertThat(List.of(notified.outcome(), reads.outcome())).containsOnly("ok");
		var thread = openThread();
		assertThat(reads.join(thread).path("ok").asBoolean()).isTrue();
		notifyUntilReceived(notified, "first");
		awaitDelivery(reads, thread);
		assertThat(reads.received("notification")).isEmpty();
	}

	@Test
	void renewedTokenChangesScopes() {
		var always = member(this.id);
		var client = connectWith("threads:read");
		assertThat(List.of(always.outcome(), client.outcome())).containsOnly("ok");
		var thread = openThread();
		assertThat(client.join(thread).path("ok").asBoolean()).isTrue();
		assertThat(renew(client, "threads:read notifications")).isTrue();
		notifyUntilReceived(client, "more");
		assertThat(renew(client, "notifications")).isFalse();
		assertThat(renew(client, "threads:read")).isTrue();
		notifyUntilReceived(always, "less");
		awaitDelivery(client, thread);
		assertThat(client.received("notification")).noneMatch((message) -> message.toString().contains("\"less\""));
	}

	@Test
	void typingRequiresWriteScope() {
		var thread = openThread();
		var reader = connectWith("threads:read");
		reader.join(thread);
		assertThat(reader.ask("typing", Map.of("threadId", thread)).path("code").asString())
			.isEqualTo("auth.scope-missing");
		var writer = connectWith("threads:read threads:write");
		writer.join(thread);
		assertThat(writer.ask("typing", Map.of("threadId", thread)).path("ok").asBoolean()).isTrue();
		soon().until(() -> !reader.received("typing").isEmpty());
	}

	@Test
	void clientCredentialsTokenReadsLikeGuest() {
		var claims = TestTokens.claims("application-" + this.id, "")
			.claim("scope", "threads:read threads:write notifications moderation admin");
		List.of("roles", "preferred_username", "name", "sid", "ver").forEach((claim) -> claims.claim(claim, null));
		var application = client(this.sockets, "websocket", claims.sign(), null);
		var guest = guest("websocket");
		var thread = openThread();
		assertThat(List.of(application.join(thread), guest.join(thread)))
			.allMatch((answer) -> answer.path("ok").asBoolean());
		assertThat(application.join(events().thread(events().category("user"))).path("code").asString())
			.isEqualTo("thread.not-found");
		application.ask("typing", Map.of("threadId", thread));
		awaitDelivery(guest, thread);
		assertThat(guest.received("typing")).isEmpty();
	}

	private SocketTestClient connectWith(String scope, String... roles) {
		return client(this.sockets, "websocket", token(scope, roles), null);
	}

	private String token(String scope, String... roles) {
		return TestTokens.claims(this.id, "alice", roles).claim("scope", scope).sign();
	}

	private boolean renew(SocketTestClient client, String scope) {
		return client.ask("authenticate", Map.of("token", token(scope))).path("ok").asBoolean();
	}

	/** Publishes a notification until the client receives it. */
	private void notifyUntilReceived(SocketTestClient client, String title) {
		soon().until(() -> {
			events().notification(this.id, title);
			return client.received("notification")
				.stream()
				.anyMatch((message) -> message.toString().contains("\"" + title + "\""));
		});
	}

}
