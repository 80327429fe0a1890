package org.parley.realtime.presence;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;
import tools.jackson.databind.JsonNode;

import org.springframework.data.redis.connection.RedisZSetCommands.ZAddArgs;
import org.springframework.data.redis.core.RedisCallback;

import static org.assertj.core.api.Assertions.assertThat;

/** Presence as other people see it, with two instances. */
class PresenceIT extends RealtimeIT {

	private static final Duration GRACE = Duration.ofSeconds(6);

	/** Five beats. */
	private static final Duration UNREFRESHED = Duration.ofSeconds(1);

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private final TestUser carol = TestUser.with();

	private TestClient api = new TestClient("");

	@BeforeEach
	void createClient() {
		this.api = new TestClient("http://127.0.0.1:" + port() + "/api/v1/presence");
	}

	@Test
	void personWithSocketsOnTwoInstancesIsOnlineOnceAndOfflineOnce() {
		var other = secondInstance();
		var watching = watch(this.bob, events().talk(this.alice.id(), this.bob.id()));
		var here = connect(this.alice);
		var second = connect(this.alice);
		var there = client(other, "polling", this.alice.accessToken(), null);
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online")));
		assertThat(List.of(here.outcome(), second.outcome(), there.outcome())).containsOnly("ok");
		here.close();
		there.close();
		assertThat(seenBy(this.bob, this.alice).path("state").asString("")).isEqualTo("online");
		second.close();
		soonAfterGrace(this.alice).until(() -> statesOf(this.alice, watching).size() > 1);
		assertThat(statesOf(this.alice, watching)).containsExactly("online", "offline");
		assertThat(seenBy(this.bob, this.alice).path("since").asString(""))
			.isEqualTo(last(this.alice, watching).at("/data/since").asString(""));
	}

	@Test
	void personWhoseInstanceStopsIsAskedToReconnectAndStaysOnline() {
		var other = startInstance("--parley.realtime.presence.grace=1m");
		var conversation = events().talk(this.alice.id(), this.bob.id(), this.carol.id());
		var watching = watch(this.bob, conversation);
		var left = client(other, "websocket", this.alice.accessToken(), null);
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online")));
		closeOtherInstances();
		assertThat(left.disconnectReason()).startsWith("transport ");
		assertThat(left.received("session-ended").getFirst().path("code").asString()).isEqualTo("server.restarting");
		assertThat(connect(this.alice).outcome()).isEqualTo("ok");
		// A later change arrives after those of Alice would.
		connect(this.carol);
		soon().until(() -> statesOf(this.carol, watching).equals(List.of("online")));
		assertThat(statesOf(this.alice, watching)).containsExactly("online");
	}

	@Test
	void clientSaysWhetherItsUserIsAway() {
		var watching = watch(this.bob, events().talk(this.alice.id(), this.bob.id()));
		var client = connect(this.alice);
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online")));
		assertThat(client.ask("set-presence", Map.of("state", "away")).path("ok").asBoolean()).isTrue();
		soonAfterGrace(this.alice).until(() -> statesOf(this.alice, watching).equals(List.of("online", "away")));
		assertThat(client.ask("set-presence", Map.of("state", "online")).path("ok").asBoolean()).isTrue();
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online", "away", "online")));
		for (var state : List.of("offline", "invisible", "")) {
			assertThat(client.ask("set-presence", Map.of("state", state)).path("code").asString(""))
				.isEqualTo("request.invalid");
		}
		assertThat(guest("websocket").ask("set-presence", Map.of("state", "away")).path("code").asString(""))
			.isEqualTo("auth.required");
	}

	@Test
	void invisiblePersonLooksOffline() {
		var watching = watch(this.bob, events().talk(this.alice.id(), this.bob.id()));
		connect(this.alice);
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online")));
		assertThat(setInvisible(this.alice, true).status()).isEqualTo(200);
		soonAfterGrace(this.alice).until(() -> statesOf(this.alice, watching).equals(List.of("online", "offline")));
		var hidden = seenBy(this.bob, this.alice);
		assertThat(hidden.path("state").asString("")).isEqualTo("offline");
		var later = connect(this.alice);
		later.ask("set-presence", Map.of("state", "online"));
		// Bob's change is told after those of Alice would be.
		connect(this.bob).ask("set-presence", Map.of("state", "away"));
		watching.ask("set-presence", Map.of("state", "away"));
		soonAfterGrace(this.bob).until(() -> statesOf(this.bob, watching).contains("away"));
		assertThat(seenBy(this.bob, this.alice)).isEqualTo(hidden);
		assertThat(statesOf(this.alice, watching)).containsExactly("online", "offline");
		setInvisible(this.alice, false);
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online", "offline", "online")));
	}

	@Test
	void personWhoWasAlwaysInvisibleWasNeverSeen() {
		setInvisible(this.alice, true);
		events().talk(this.alice.id(), this.bob.id());
		connect(this.alice);
		connect(this.bob);
		soon().until(() -> seenBy(this.bob, this.bob).path("state").asString("").equals("online"));
		soon().until(() -> !seenBy(this.bob, this.alice).isMissingNode());
		assertThat(seenBy(this.bob, this.alice).path("state").asString("")).isEqualTo("offline");
		assertThat(seenBy(this.bob, this.alice).path("since").isNull()).isTrue();
	}

	@Test
	void strangerSeesNothing() {
		events().talk(this.alice.id(), this.bob.id());
		connect(this.alice);
		soon().until(() -> seenBy(this.bob, this.alice).path("state").asString("").equals("online"));
		assertThat(seenBy(this.carol, this.alice).isMissingNode()).isTrue();
	}

	@Test
	void formerMemberSeesNothing() {
		var conversation = events().talk(this.alice.id(), this.bob.id(), this.carol.id());
		var watching = watch(this.bob, conversation);
		var left = watch(this.carol, conversation);
		events().membership("membership.ended", conversation, this.carol.id(), 4);
		soon().until(() -> !left.received("membership-ended").isEmpty());
		connect(this.alice);
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online")));
		assertThat(statesOf(this.alice, left)).isEmpty();
		assertThat(seenBy(this.carol, this.alice).isMissingNode()).isTrue();
		assertThat(seenBy(this.alice, this.carol).isMissingNode()).isTrue();
	}

	@Test
	void blockHidesPresenceBothWays() {
		var conversation = events().talk(this.alice.id(), this.bob.id(), this.carol.id());
		var watching = watch(this.bob, conversation);
		var blocked = watch(this.carol, conversation);
		social().block("block.started", this.alice.id(), this.carol.id(), 1);
		soon().until(() -> seenBy(this.carol, this.alice).isMissingNode());
		assertThat(seenBy(this.alice, this.carol).isMissingNode()).isTrue();
		connect(this.alice);
		soon().until(() -> statesOf(this.alice, watching).equals(List.of("online")));
		assertThat(statesOf(this.alice, blocked)).isEmpty();
		social().block("block.ended", this.alice.id(), this.carol.id(), 2);
		soon().until(() -> seenBy(this.carol, this.alice).path("state").asString("").equals("online"));
	}

	/**
	 * A reader opens a conversation with people who do not know them. Alice answers
	 * later, Carol follows the reader, and Dave does neither.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "direct", "group" })
	void openingConversationShowsNobodysPresence(String kind) {
		var dave = TestUser.with();
		var reader = this.bob.id();
		social().follow("follow.started", this.carol.id(), reader, 1);
		var conversations = kind.equals("direct") ? Stream.of(this.alice, this.carol, dave)
			.map((person) -> events().conversation(reader, person.id()))
			.toList() : List.of(events().conversation(reader, this.alice.id(), this.carol.id(), dave.id()));
		var watching = watch(this.bob, conversations.getFirst());
		conversations.stream().skip(1).forEach(watching::joinConversation);
		events().messageBy(reader, conversations.getFirst());
		List.of(this.alice, dave).forEach(this::connect);
		soon().until(() -> seenBy(this.alice, this.alice).path("state").asString("").equals("online")
				&& seenBy(dave, dave).path("state").asString("").equals("online"));
		connect(this.carol);
		soon().until(() -> statesOf(this.carol, watching).equals(List.of("online")));
		assertThat(Stream.of(this.alice, dave, this.carol).map((person) -> !seenBy(this.bob, person).isMissingNode()))
			.containsExactly(false, false, true);
		events().messageBy(this.alice.id(), conversations.getFirst());
		soon().until(() -> seenBy(this.bob, this.alice).path("state").asString("").equals("online"));
		List.of(dave, this.alice, this.carol).forEach((person) -> setInvisible(person, true));
		soonAfterGrace(dave, this.alice, this.carol)
			.until(() -> statesOf(this.alice, watching).equals(List.of("offline"))
					&& statesOf(this.carol, watching).equals(List.of("online", "offline")));
		assertThat(statesOf(dave, watching)).isEmpty();
		assertThat(seenBy(this.bob, dave).isMissingNode()).isTrue();
	}

	@Test
	void personWhoWroteElsewhereIsNotSeenHere() {
		events().talk(this.alice.id(), this.carol.id());
		events().conversation(this.bob.id(), this.alice.id());
		connect(this.alice);
		soon().until(() -> seenBy(this.carol, this.alice).path("state").asString("").equals("online"));
		assertThat(seenBy(this.bob, this.alice).isMissingNode()).isTrue();
	}

	@Test
	void followerSeesPresenceWithoutConversation() {
		social().follow("follow.started", this.bob.id(), this.alice.id(), 1);
		connect(this.alice);
		soon().until(() -> seenBy(this.bob, this.alice).path("state").asString("").equals("online"));
		assertThat(seenBy(this.alice, this.bob).isMissingNode()).isTrue();
	}

	@Test
	void guestsAndSocketTokensAreRefused() {
		var sockets = new TestUser(this.alice.id(), this.alice.username(),
				TestTokens.claims(this.alice.id(), "alice").audience("parley-sockets").sign());
		assertThat(this.api.get(TestUser.GUEST, "?people=" + this.alice.id()).status()).isEqualTo(401);
		assertThat(this.api.get(TestUser.GUEST, "/preferences").status()).isEqualTo(401);
		assertThat(setInvisible(TestUser.GUEST, true).status()).isEqualTo(401);
		assertThat(this.api.get(sockets, "?people=" + this.alice.id()).status()).isEqualTo(403);
		assertThat(setInvisible(sockets, true).status()).isEqualTo(403);
	}

	@Test
	void invalidRequestsAreRefused() {
		assertThat(this.api.get(this.alice, "").status()).isEqualTo(400);
		assertThat(this.api.get(this.alice, "?people=" + "x,".repeat(1_350)).status()).isEqualTo(400);
		assertThat(this.api.put(this.alice, "/preferences", Map.of()).status()).isEqualTo(400);
		assertThat(this.api.get(this.alice, "/preferences").data().path("invisible").asBoolean(true)).isFalse();
	}

	/** Lets the grace pass for people whom no instance refreshes any more. */
	private ConditionFactory soonAfterGrace(TestUser... people) {
		return soon().conditionEvaluationListener((_) -> List.of(people).forEach(this::passGrace));
	}

	/**
	 * After a rest of all instances, nobody expires for a while. Both times are compared
	 * with one limit, so that nobody is away before they are offline.
	 */
	private void passGrace(TestUser person) {
		var limit = Instant.now().plus(GRACE).minus(UNREFRESHED).toEpochMilli();
		this.redis.opsForHash().put(this.prefix + "presence:rounds", "resumed", "0");
		for (var set : List.of("presence:connected", "presence:active")) {
			var expiry = this.redis.opsForZSet().score(this.prefix + set, person.id());
			if (expiry != null && expiry < limit) {
				this.redis.execute((RedisCallback<Boolean>) (redis) -> redis.zSetCommands()
					.zAdd((this.prefix + set).getBytes(StandardCharsets.UTF_8), expiry - GRACE.toMillis(),
							person.id().getBytes(StandardCharsets.UTF_8), ZAddArgs.ifExists()));
			}
		}
	}

	private SocketTestClient connect(TestUser person) {
		return client(this.sockets, "websocket", person.accessToken(), null);
	}

	private SocketTestClient watch(TestUser person, String conversation) {
		var client = connect(person);
		assertThat(client.joinConversation(conversation).path("ok").asBoolean()).isTrue();
		return client;
	}

	private TestResponse setInvisible(TestUser person, boolean invisible) {
		return this.api.put(person, "/preferences", Map.of("invisible", invisible));
	}

	/** Returns what a person reads about another; missing if the other is left out. */
	private JsonNode seenBy(TestUser reader, TestUser person) {
		var answer = this.api.get(reader, "?people=" + person.id());
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.data().path(0);
	}

	private static List<JsonNode> of(TestUser person, SocketTestClient client) {
		return client.received("presence")
			.stream()
			.filter((message) -> message.at("/data/user/id").asString("").equals(person.id()))
			.toList();
	}

	private static List<String> statesOf(TestUser person, SocketTestClient client) {
		return of(person, client).stream().map((message) -> message.at("/data/state").asString("")).toList();
	}

	private static JsonNode last(TestUser person, SocketTestClient client) {
		return of(person, client).getLast();
	}

}
