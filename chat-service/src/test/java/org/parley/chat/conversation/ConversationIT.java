package org.parley.chat.conversation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.test.client.TestAccounts;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationIT extends ChatIT {

	@Test
	void directConversationExistsOnceForTwoPeople() {
		var alice = aPerson();
		var bob = aPerson();
		var first = aDirectConversation(alice, bob);
		var again = this.api.post(bob, "/conversations",
				Map.of("kind", "direct", "members", List.of(alice.username().toUpperCase(Locale.ROOT))));
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.id()).isEqualTo(first);
		assertThat(again.data().path("memberCount").asInt()).isEqualTo(2);
	}

	@Test
	void concurrentRequestsOpenOneDirectConversation() throws Exception {
		var alice = aPerson();
		var bob = aPerson();
		var tries = IntStream.range(0, 12)
			.<Callable<TestResponse>>mapToObj((i) -> () -> this.api.post((i % 2 == 0) ? alice : bob, "/conversations",
					Map.of("kind", "direct", "members", List.of(((i % 2 == 0) ? bob : alice).username()))))
			.toList();
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = pool.invokeAll(tries).stream().map((answer) -> answer.resultNow()).toList();
			assertThat(answers).extracting(TestResponse::status).containsOnly(200, 201).containsOnlyOnce(201);
			assertThat(answers).extracting(TestResponse::id).containsOnly(answers.getFirst().id());
		}
	}

	@Test
	void strangersAndAdministratorsGet404AtEveryPath() {
		var alice = aPerson();
		var conversation = aDirectConversation(alice, aPerson());
		var message = send(alice, conversation, "Only for you").id();
		for (var stranger : List.of(aPerson(), aPerson("moderator"), aPerson("moderator", "admin"))) {
			var path = "/conversations/" + conversation;
			for (var answer : List.of(this.api.get(stranger, path), this.api.patch(stranger, path, Map.of("name", "x")),
					this.api.delete(stranger, path), this.api.post(stranger, path + "/join", null),
					this.api.post(stranger, path + "/leave", null),
					this.api.put(stranger, path + "/members/" + stranger.username(), null),
					this.api.delete(stranger, path + "/members/" + alice.username()),
					this.api.get(stranger, path + "/members"), this.api.get(stranger, path + "/messages"),
					this.api.post(stranger, path + "/messages", Map.of("text", "x")), read(stranger, conversation, 1),
					this.api.put(stranger, path + "/mute", Map.of()))) {
				refused(answer, 404, "conversation.not-found");
			}
			path = "/messages/" + message;
			for (var answer : List.of(this.api.get(stranger, path), this.api.patch(stranger, path, Map.of("text", "x")),
					this.api.delete(stranger, path), this.api.put(stranger, path + "/reactions/%F0%9F%91%8D", null),
					this.api.delete(stranger, path + "/reactions/%F0%9F%91%8D"),
					this.api.post(stranger, path + "/reports", Map.of("reason", "spam")))) {
				refused(answer, 404, "message.not-found");
			}
			assertThat(this.api.get(stranger, "/search?q=Only").body().path("data")).isEmpty();
		}
	}

	@Test
	void guestsAreRefused() {
		refused(this.api.get(TestUser.GUEST, "/conversations"), 401, "auth.required");
		refused(this.api.get(TestUser.GUEST, "/rooms"), 401, "auth.required");
		refused(this.api.get(TestUser.GUEST, "/unread-count"), 401, "auth.required");
	}

	@Test
	void creatorInvitesAndRemovesAtOnce() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		var group = aGroup(alice, bob);
		var path = "/conversations/" + group;
		refused(this.api.put(bob, path + "/members/" + carol.username(), null), 403, "conversation.forbidden");
		assertThat(this.api.put(alice, path + "/members/" + carol.username(), null).status()).isEqualTo(204);
		assertThat(this.api.get(carol, path).data().path("memberCount").asInt()).isEqualTo(3);
		assertThat(this.api.delete(alice, path + "/members/" + carol.username()).status()).isEqualTo(204);
		refused(this.api.get(carol, path), 404, "conversation.not-found");
		assertThat(this.api.get(alice, path).data().path("members")).hasSize(2);
	}

	@Test
	void groupOfALeavingCreatorBelongsToTheNextMember() {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice, bob);
		this.api.post(alice, "/conversations/" + group + "/leave", null);
		assertThat(this.api.get(bob, "/conversations/" + group).data().path("ownerId").asString()).isEqualTo(bob.id());
		this.api.post(bob, "/conversations/" + group + "/leave", null);
		refused(this.api.get(bob, "/conversations/" + group), 404, "conversation.not-found");
	}

	@Test
	void oldGroupComesFirstToWhomIsAddedToIt() {
		var alice = aPerson();
		var bob = aPerson();
		var group = aGroup(alice);
		this.clock.move(Duration.ofDays(1));
		var direct = aDirectConversation(alice, bob);
		this.clock.move(Duration.ofMinutes(1));
		this.api.put(alice, "/conversations/" + group + "/members/" + bob.username(), null);
		assertThat(listed(bob)).startsWith(group, direct);
		assertThat(listed(alice)).startsWith(direct, group);
		var first = this.api.get(bob, "/conversations?limit=1").body();
		var next = first.at("/meta/pagination/next").asString();
		assertThat(this.api.get(bob, "/conversations?limit=1&cursor=" + next).body().at("/data/0/id").asString())
			.isEqualTo(direct);
	}

	private List<String> listed(TestUser person) {
		return this.api.get(person, "/conversations")
			.body()
			.path("data")
			.valueStream()
			.map((conversation) -> conversation.path("id").asString())
			.toList();
	}

	@Test
	void memberWhoMayNotWriteMayLeave() {
		var alice = aPerson();
		var bob = TestAccounts.register();
		var path = "/conversations/" + aGroup(alice, bob);
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(bob.id())), Update.update("status", "BANNED"),
				"people");
		assertThat(this.api.post(bob, path + "/leave", null).status()).isEqualTo(204);
		refused(this.api.get(bob, path), 404, "conversation.not-found");
	}

	@Test
	void directConversationCannotBeLeftOrChanged() {
		var alice = aPerson();
		var path = "/conversations/" + aDirectConversation(alice, aPerson());
		refused(this.api.post(alice, path + "/leave", null), 409, "conversation.direct");
		refused(this.api.patch(alice, path, Map.of("name", "Us")), 403, "conversation.forbidden");
	}

	@Test
	void wrongMembersAreRefused() {
		var alice = aPerson();
		refused(open(alice, "direct", List.of("nobody-of-this-name")), 422, "member.not-found");
		refused(open(alice, "direct", List.of(alice.username())), 422, "chat.self");
		refused(open(alice, "direct", List.of()), 400, "request.invalid");
		refused(open(alice, "group", IntStream.range(0, 200).mapToObj((i) -> "person" + i).toList()), 400,
				"request.invalid");
		refused(open(alice, "room", List.of()), 403, "conversation.forbidden");
	}

	private TestResponse open(TestUser person, String kind, List<String> members) {
		return this.api.post(person, "/conversations", Map.of("kind", kind, "members", members));
	}

	/** The events of their accounts have not arrived. */
	@Test
	void personWhoHasJustRegisteredIsFound() {
		var alice = aPerson();
		assertThat(open(alice, "direct", List.of(TestAccounts.register().username().toUpperCase(Locale.ROOT))).status())
			.isEqualTo(201);
		var group = open(alice, "group",
				List.of(TestAccounts.register().username(), aPerson().username(), TestAccounts.register().username()));
		assertThat(group.data().path("members")).hasSize(4);
		var member = "/conversations/" + group.id() + "/members/" + TestAccounts.register().username();
		assertThat(this.api.put(alice, member, null).status()).isEqualTo(204);
		assertThat(this.api.delete(alice, member).status()).isEqualTo(204);
		refused(open(alice, "group", List.of(TestAccounts.register().username(), "nobody-of-this-name")), 422,
				"member.not-found");
	}

	@Test
	void roomIsListedAndOpenToEverybody() {
		var admin = aPerson("moderator", "admin");
		var room = aRoom(admin);
		var bob = aPerson();
		refused(this.api.get(bob, "/conversations/" + room), 404, "conversation.not-found");
		assertThat(this.api.get(bob, "/rooms?q=BALC").body().path("data"))
			.anyMatch((listed) -> listed.path("id").asString().equals(room) && !listed.path("joined").asBoolean());
		assertThat(this.api.get(bob, "/rooms?q=b%C3%A4lc&limit=1").body().path("data"))
			.anyMatch((listed) -> listed.path("name").asString().contains("Balcony"));
		assertThat(this.api.get(bob, "/rooms?q=balcony%20zebras").body().path("data")).isEmpty();
		assertThat(this.api.post(bob, "/conversations/" + room + "/join", null).data().path("memberCount").asInt())
			.isEqualTo(2);
		assertThat(this.api.get(bob, "/rooms").body().path("data"))
			.anyMatch((listed) -> listed.path("id").asString().equals(room) && listed.path("joined").asBoolean());
	}

	@Test
	void peopleDecideWhoMayWriteToThem() {
		var alice = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(alice, bob);
		this.api.put(bob, "/preferences", Map.of("writers", "nobody"));
		assertThat(this.api.get(bob, "/preferences").data().path("writers").asString()).isEqualTo("nobody");
		refused(this.api.post(alice, "/conversations/" + conversation + "/messages", Map.of("text", "Hello?")), 403,
				"chat.not-accepted");
		refused(open(aPerson(), "direct", List.of(bob.username())), 403, "chat.not-accepted");
		refused(open(alice, "group", List.of(bob.username())), 403, "chat.not-accepted");
		send(bob, conversation, "I may write to you");
	}

	@Test
	void refusedGroupNamesThoseWhoDoNotAcceptMessages() {
		var bob = aPerson();
		this.api.put(bob, "/preferences", Map.of("writers", "nobody"));
		var refused = open(aPerson(), "group", List.of(aPerson().username(), bob.username()));
		refused(refused, 403, "chat.not-accepted");
		assertThat(refused.body().path("errors")).hasSize(1);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("members[1]");
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("chat.not-accepted");
	}

	/** Another change that was read before would be undone. */
	@Test
	void preferencesAreSetWithoutReadingThem() {
		var alice = aPerson();
		var sent = this.commands.during(() -> this.api.put(alice, "/preferences", Map.of("writers", "following")));
		assertThat(sent).filteredOn((command) -> command.toString().contains("\"preferences\""))
			.extracting(BsonDocument::getFirstKey)
			.containsExactly("findAndModify");
	}

	@Test
	void listIsLatestFirstAndItsCursorRepeatsNothing() {
		var alice = aPerson();
		var groups = IntStream.range(0, 5).mapToObj((_) -> aGroup(alice, aPerson())).toList();
		send(alice, groups.get(2), "This group is the latest now");
		var first = this.api.get(alice, "/conversations?limit=3").body();
		assertThat(first.path("data")).extracting((item) -> item.path("id").asString())
			.containsExactly(groups.get(2), groups.get(4), groups.get(3));
		assertThat(first.at("/data/0/lastMessage/text").asString()).isEqualTo("This group is the latest now");
		var next = this.api.get(alice, "/conversations?limit=3&cursor=" + first.at("/meta/pagination/next").asString())
			.body();
		assertThat(next.path("data")).extracting((item) -> item.path("id").asString())
			.startsWith(groups.get(1), groups.get(0));
	}

	@Test
	void staleChangeIsRefused() {
		var alice = aPerson();
		var path = "/conversations/" + aGroup(alice, aPerson());
		var tag = this.api.get(alice, path).header("ETag");
		assertThat(this.api.patch(alice, path, Map.of("name", "One"), "If-Match", tag).status()).isEqualTo(200);
		refused(this.api.patch(alice, path, Map.of("name", "Two"), "If-Match", tag), 412,
				"request.precondition-failed");
	}

	@Test
	void changeOfNothingKeepsVersionAndPlace() {
		var alice = aPerson();
		var path = "/conversations/" + aGroup(alice, aPerson());
		var before = this.api.patch(alice, path, Map.of("name", "One", "description", "Two"));
		this.clock.move(Duration.ofMinutes(1));
		for (var nothing : List.of(Map.of(), Map.of("name", " One "), Map.of("description", "Two"))) {
			assertThat(this.api.patch(alice, path, nothing).body()).isEqualTo(before.body());
		}
	}

	@Test
	void mutedConversationShowsUntilWhen() {
		var alice = aPerson();
		var path = "/conversations/" + aGroup(alice, aPerson());
		var until = this.clock.instant().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS).toString();
		assertThat(this.api.put(alice, path + "/mute", Map.of("until", until)).data().path("mutedUntil").asString())
			.isEqualTo(until);
		this.clock.move(Duration.ofHours(2));
		assertThat(this.api.get(alice, path).data().path("mutedUntil").isNull()).isTrue();
	}

	@Test
	void membersAreListedInTheOrderOfJoiningWithTheirReadPositions() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		var group = aGroup(alice, bob);
		send(alice, group, "Hello");
		this.api.put(alice, "/conversations/" + group + "/members/" + carol.username(), null);
		read(bob, group, 1);
		var path = "/conversations/" + group + "/members?limit=2";
		var page = this.api.get(carol, path).body();
		assertThat(page.path("data")).extracting((member) -> member.at("/person/username").asString())
			.containsExactly(alice.username(), bob.username());
		assertThat(page.path("data")).extracting((member) -> member.path("readSeq").asLong()).containsExactly(0L, 1L);
		var rest = this.api.get(carol, path + "&cursor=" + page.at("/meta/pagination/next").asString()).body();
		assertThat(rest.path("data")).extracting((member) -> member.at("/person/username").asString())
			.containsExactly(carol.username());
		assertThat(rest.at("/meta/pagination/next").isNull()).isTrue();
		var back = this.api.get(carol, path + "&cursor=" + rest.at("/meta/pagination/prev").asString()).body();
		assertThat(back.path("data")).isEqualTo(page.path("data"));
	}

}
