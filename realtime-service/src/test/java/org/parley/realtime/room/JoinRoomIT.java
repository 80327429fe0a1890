package org.parley.realtime.room;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;

class JoinRoomIT extends RealtimeIT {

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void aGuestJoinsAPublicThread(String transport) {
		var guest = guest(transport);
		assertThat(guest.outcome()).isEqualTo("ok");
		var answer = guest.join(openThread());
		assertThat(answer.path("ok").asBoolean()).isTrue();
		assertThat(answer.path("offset").asLong()).isPositive();
		assertThat(answer.size()).isEqualTo(2);
	}

	@Test
	void aThreadThatIsNotThereIsNotFound() {
		var old = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
		var answer = guest("websocket").join(old);
		assertThat(answer.path("ok").asBoolean(true)).isFalse();
		assertThat(answer.path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void aThreadThatIsBeingMadeIsWaitedFor() {
		var category = news().category("anyone");
		var thread = Ids.next();
		var joined = CompletableFuture.supplyAsync(() -> guest("websocket").join(thread));
		news().thread("thread.created", thread, category, "open", 1);
		assertThat(joined.join().path("ok").asBoolean()).isTrue();
	}

	@Test
	void aCategoryOfMembersRefusesGuests() {
		var thread = news().thread(news().category("user"));
		assertThat(member(Ids.next()).join(thread).path("ok").asBoolean()).isTrue();
		assertThat(guest("websocket").join(thread).path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void aCategoryOfModeratorsRefusesMembers() {
		var thread = news().thread(news().category("moderator"));
		assertThat(member(Ids.next(), "moderator").join(thread).path("ok").asBoolean()).isTrue();
		assertThat(member(Ids.next()).join(thread).path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void aHiddenThreadIsThereForModeratorsOnly() {
		var category = news().category("anyone");
		var thread = news().thread(category);
		news().thread("thread.hidden", thread, category, "hidden", 2);
		soon().until(() -> member(Ids.next(), "moderator").join(thread).path("ok").asBoolean());
		soon().until(() -> guest("websocket").join(thread).path("code").asString("").equals("thread.not-found"));
	}

	@Test
	void whatIsNoWishIsRefused() {
		var guest = guest("websocket");
		assertThat(guest.join("nonsense").path("code").asString()).isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of()).path("code").asString()).isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of("threadId", 7)).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of("threadId", openThread(), "room", "x")).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.ask("join-thread", Map.of("threadId", openThread(), "offset", -1)).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.ask("leave-thread", Map.of("threadId", "../..")).path("code").asString())
			.isEqualTo("request.invalid");
		assertThat(guest.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void nobodyIsInTooManyThreads() {
		var guest = guest("websocket");
		var first = openThread();
		assertThat(guest.join(first).path("ok").asBoolean()).isTrue();
		for (var more = 1; more < 5; more++) {
			assertThat(guest.join(openThread()).path("ok").asBoolean()).isTrue();
		}
		assertThat(guest.join(openThread()).path("code").asString()).isEqualTo("limit.exceeded");
		assertThat(guest.ask("leave-thread", Map.of("threadId", first)).path("ok").asBoolean()).isTrue();
		assertThat(guest.join(openThread()).path("ok").asBoolean()).isTrue();
	}

	@Test
	void whoAsksTooMuchIsRefused() {
		var guest = guest("websocket");
		var thread = openThread();
		assertThat(guest.outcome()).isEqualTo("ok");
		assertThat(guest.insist("join-thread", Map.of("threadId", thread), 150))
			.anyMatch((answer) -> answer.path("ok").asBoolean())
			.anyMatch((answer) -> answer.path("code").asString("").equals("limit.exceeded"));
	}

	@Test
	void whoHasLeftHearsNoMore() {
		var thread = openThread();
		var stays = guest("websocket");
		var leaves = guest("websocket");
		stays.join(thread);
		leaves.join(thread);
		leaves.ask("leave-thread", Map.of("threadId", thread));
		settle(stays, thread);
		assertThat(leaves.heard("new-post")).isEmpty();
	}

	@Test
	void rightsThatAreTakenAwayEndTheMembership() {
		var category = news().category("anyone");
		var thread = news().thread(category);
		var guest = guest("websocket");
		var moderator = member(Ids.next(), "moderator");
		guest.join(thread);
		moderator.join(thread);
		news().category("category.changed", category, "moderator", 2);
		soon().until(() -> !guest.heard("membership-ended").isEmpty());
		assertThat(guest.heard("membership-ended").getFirst().path("code").asString()).isEqualTo("thread.not-found");
		assertThat(guest.heard("membership-ended").getFirst().path("threadId").asString()).isEqualTo(thread);
		settle(moderator, thread);
		assertThat(guest.heard("new-post")).isEmpty();
		assertThat(guest.join(thread).path("code").asString()).isEqualTo("thread.not-found");
	}

	@Test
	void aThreadThatIsHiddenOrMovedShowsItsReadersOut() {
		var category = news().category("anyone");
		var hidden = news().thread(category);
		var moved = news().thread(category);
		var guest = guest("polling");
		guest.join(hidden);
		guest.join(moved);
		news().thread("thread.hidden", hidden, category, "hidden", 2);
		news().thread("thread.moved", moved, news().category("moderator"), "open", 2);
		soon().untilAsserted(() -> assertThat(guest.heard("membership-ended"))
			.extracting((message) -> message.path("code").asString())
			.containsExactly("thread.not-found", "thread.not-found"));
		assertThat(guest.heard("thread-updated")).isEmpty();
	}

}
