package org.parley.realtime.event;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class NewThreadsIT extends RealtimeIT {

	private static final String BOARD = Ids.next();

	private static final String FRIENDS = Ids.next();

	@ParameterizedTest
	@CsvSource({ "guest,everyone", "user,everyone members", "moderator,everyone members moderators",
			"admin,everyone members moderators admins" })
	void readersFollowListsOfTheirAudience(String role, String lists) {
		var reader = role.equals("guest") ? guest("websocket") : member(Ids.next(), role);
		for (var audience : List.of("everyone", "members", "moderators", "admins")) {
			var answer = follow(reader, audience);
			if (List.of(lists.split(" ")).contains(audience)) {
				assertThat(answer.path("ok").asBoolean()).as(audience).isTrue();
			}
			else {
				assertThat(answer.path("code").asString()).as(audience).isEqualTo("list.not-found");
			}
		}
	}

	@Test
	void newThreadReachesListOfItsReadersOnly() {
		var open = events().category("anyone");
		var closed = events().category("user");
		var guest = guest("websocket");
		var member = member(Ids.next());
		follow(guest, "everyone");
		follow(member, "everyone");
		follow(member, "members");
		var hidden = events().thread(closed);
		var shown = events().thread(open);
		soon().until(() -> threads(guest).contains(shown) && threads(member).containsAll(List.of(shown, hidden)));
		assertThat(threads(guest)).doesNotContain(hidden);
		var announced = guest.received("new-thread")
			.stream()
			.filter((message) -> message.at("/data/id").asString().equals(shown))
			.findFirst()
			.orElseThrow();
		assertThat(announced.path("audience").asString()).isEqualTo("everyone");
		assertThat(announced.path("data").propertyNames()).containsExactlyInAnyOrder("id", "category", "tags",
				"author");
	}

	@Test
	void missedThreadsAreDeliveredAfterJoin() {
		var category = events().category("anyone");
		var before = guest("websocket");
		var offset = follow(before, "everyone").path("offset").asLong();
		var thread = events().thread(category);
		soon().until(() -> threads(before).contains(thread));
		var later = guest("websocket");
		var answer = later.ask("join-list", Map.of("audience", "everyone", "offset", offset));
		assertThat(answer.path("ok").asBoolean()).isTrue();
		assertThat(threads(later)).contains(thread);
	}

	@Test
	void closedCategoryIsAnnouncedToItsNewReaders() {
		var category = events().category("anyone");
		events().category("category.changed", category, "moderator", 2);
		var guest = guest("websocket");
		var moderator = member(Ids.next(), "moderator");
		follow(guest, "everyone");
		follow(moderator, "moderators");
		var thread = events().thread(category);
		soon().until(() -> threads(moderator).contains(thread));
		assertThat(threads(guest)).doesNotContain(thread);
	}

	@Test
	void membersOfGroupsFollowTheListOfTheirCategory() {
		var category = Ids.next();
		events().category(category, "admin", 1, FRIENDS, BOARD);
		var member = memberOf(BOARD);
		var other = memberOf(Ids.next());
		var admin = member(Ids.next(), "admin");
		assertThat(follow(member, category).path("ok").asBoolean()).isTrue();
		assertThat(follow(other, category).path("code").asString()).isEqualTo("list.not-found");
		assertThat(follow(guest("websocket"), category).path("code").asString()).isEqualTo("list.not-found");
		follow(admin, "admins");
		follow(other, "members");
		var thread = events().thread(category);
		soon().until(() -> threads(member).contains(thread) && threads(admin).contains(thread));
		assertThat(member.received("new-thread").getFirst().path("audience").asString()).isEqualTo(category);
		assertThat(threads(other)).isEmpty();
	}

	@Test
	void listOfCategoryEndsWithTheRightsOfTheGroup() {
		var category = Ids.next();
		events().category(category, "moderator", 1, BOARD);
		var member = memberOf(BOARD);
		follow(member, category);
		events().category(category, "moderator", 2, FRIENDS);
		soon().until(() -> !member.received("membership-ended").isEmpty());
		assertThat(member.received("membership-ended").getFirst().path("audience").asString()).isEqualTo(category);
		var moderator = member(Ids.next(), "moderator");
		follow(moderator, "moderators");
		var thread = events().thread(category);
		soon().until(() -> threads(moderator).contains(thread));
		assertThat(threads(member)).isEmpty();
	}

	@Test
	void unknownCategoryHasNoList() {
		assertThat(follow(member(Ids.next(), "admin"), Ids.next()).path("code").asString()).isEqualTo("list.not-found");
	}

	private SocketTestClient memberOf(String group) {
		return client(this.sockets, "websocket",
				TestTokens.claims(Ids.next(), "alice").claim("groups", List.of(group)).sign(), null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Everyone", "anyone", "user", "everyone ", "01ARZ3NDEKTSV4RRFFQ69G5FA", "*" })
	void otherListsDoNotExist(String audience) {
		assertThat(follow(member(Ids.next(), "admin"), audience).path("code").asString()).isEqualTo("request.invalid");
	}

	@Test
	void nobodyTypesInLists() {
		var member = member(Ids.next());
		follow(member, "members");
		assertThat(member.ask("typing", Map.of("audience", "members")).path("code").asString())
			.isEqualTo("request.invalid");
	}

	private static JsonNode follow(SocketTestClient client, String audience) {
		return client.ask("join-list", Map.of("audience", audience));
	}

	private static List<String> threads(SocketTestClient client) {
		return client.received("new-thread").stream().map((message) -> message.at("/data/id").asString()).toList();
	}

}
