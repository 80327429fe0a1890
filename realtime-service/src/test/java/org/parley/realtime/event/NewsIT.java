package org.parley.realtime.event;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;

class NewsIT extends RealtimeIT {

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void aReplyIsHeardAsTheApiShowsIt(String transport) {
		var thread = openThread();
		var guest = guest(transport);
		guest.join(thread);
		var post = news().reply(thread, "Hello 🌍");
		soon().until(() -> !guest.heard("new-post").isEmpty());
		var message = guest.heard("new-post").getFirst();
		assertThat(message.propertyNames()).containsExactlyInAnyOrder("id", "offset", "type", "threadId", "data");
		assertThat(message.path("type").asString()).isEqualTo("post.created");
		assertThat(message.path("threadId").asString()).isEqualTo(thread);
		var data = message.path("data");
		assertThat(data.propertyNames()).containsExactlyInAnyOrder("id", "threadId", "number", "author", "replyTo",
				"content", "html", "status", "moderation", "voteScore", "myVote", "createdAt", "editedAt", "version");
		assertThat(data.path("id").asString()).isEqualTo(post);
		assertThat(data.path("content").asString()).isEqualTo("Hello 🌍");
		assertThat(data.path("createdAt").asString()).endsWith("Z");
	}

	@Test
	void onlyThoseInTheThreadHearIt() {
		var here = openThread();
		var there = openThread();
		var guest = guest("websocket");
		var other = guest("websocket");
		guest.join(here);
		other.join(there);
		settle(guest, here);
		settle(other, there);
		assertThat(guest.posts()).hasSize(1);
		assertThat(other.posts()).hasSize(1);
	}

	@Test
	void whatIsHeldIsHeardByNobody() {
		var thread = openThread();
		var moderator = member(Ids.next(), "moderator");
		moderator.join(thread);
		news().post("post.created", thread, Ids.next(), "not for you", "held", 1);
		news().post("post.edited", thread, Ids.next(), "not for you", "removed", 2);
		settle(moderator, thread);
		assertThat(moderator.heard().toString()).doesNotContain("not for you");
		assertThat(moderator.heard()).hasSize(1);
	}

	@Test
	void whatBecomesOfAPostIsHeard() {
		var thread = openThread();
		var guest = guest("websocket");
		guest.join(thread);
		var post = news().reply(thread, "first");
		news().post("post.edited", thread, post, "second", "active", 2);
		news().judged(thread, post, "flagged", "active");
		news().judged(thread, post, "held", "flagged");
		news().removed(thread, post, 5);
		soon().until(() -> guest.heard("post-removed").size() == 2);
		assertThat(guest.heard("post-updated")).extracting((message) -> message.at("/data/content").asString(""))
			.containsExactly("second", "");
		assertThat(guest.heard("post-updated").getLast().at("/data/status").asString()).isEqualTo("flagged");
		assertThat(guest.heard("post-removed")).allMatch((message) -> !message.path("data").has("content"));
	}

	@Test
	void aPostThatGoesIsSeenGoingAndComing() {
		var here = openThread();
		var there = openThread();
		var guest = guest("websocket");
		var other = guest("websocket");
		guest.join(here);
		other.join(there);
		var post = news().reply(here, "first");
		soon().until(() -> !guest.heard("new-post").isEmpty());
		news().moved(here, there, post, "active");
		news().moved(here, there, Ids.next(), "held");
		soon().until(() -> guest.heard("post-removed").size() == 2 && !other.heard("post-updated").isEmpty());
		var gone = guest.heard("post-removed").getFirst().path("data");
		assertThat(gone.path("status").asString()).isEqualTo("moved");
		assertThat(gone.path("number").asInt()).isEqualTo(7);
		assertThat(gone.path("threadId").asString()).isEqualTo(here);
		var come = other.heard("post-updated").getFirst().path("data");
		assertThat(come.path("id").asString()).isEqualTo(post);
		assertThat(come.path("threadId").asString()).isEqualTo(there);
		assertThat(come.path("content").asString()).isEqualTo("moved");
		settle(other, there);
		assertThat(other.heard("post-updated")).hasSize(1);
	}

	@Test
	void whoHasAMergedThreadOpenIsShownOutAndWhoeverComesFindsTheNewOne() {
		var category = news().category("anyone");
		var thread = news().thread(category);
		var guest = guest("websocket");
		guest.join(thread);
		news().thread("thread.merged", thread, category, "removed", 2);
		soon().until(() -> !guest.heard("membership-ended").isEmpty());
		var made = Ids.next();
		news().thread("thread.split", made, category, "open", 0);
		var visitor = guest("websocket");
		soon().until(() -> visitor.ask("join-thread", java.util.Map.of("threadId", made)).path("ok").asBoolean());
	}

	@Test
	void whatBecomesOfAThreadIsHeard() {
		var category = news().category("anyone");
		var thread = news().thread(category);
		var guest = guest("websocket");
		guest.join(thread);
		news().thread("thread.locked", thread, category, "locked", 2);
		soon().until(() -> !guest.heard("thread-updated").isEmpty());
		assertThat(guest.heard("thread-updated").getFirst().at("/data/status").asString()).isEqualTo("locked");
	}

	@Test
	void manyVotesAreHeardAsFew() {
		var thread = openThread();
		var guest = guest("websocket");
		guest.join(thread);
		var post = Ids.next();
		for (var votes = 1; votes <= 100; votes++) {
			news().votes(thread, post, votes, votes);
		}
		soon().until(() -> guest.heard("vote-updated")
			.stream()
			.anyMatch((message) -> message.at("/data/voteScore").asInt() == 100));
		assertThat(guest.heard("vote-updated")).hasSizeLessThan(30);
	}

	@Test
	void aNotificationIsHeardByItsPersonAlone() {
		var alice = member(Ids.next());
		var id = Ids.next();
		var bob = member(id);
		assertThat(bob.outcome()).isEqualTo("ok");
		assertThat(alice.outcome()).isEqualTo("ok");
		var thread = openThread();
		alice.join(thread);
		bob.join(thread);
		news().notification(id, "Somebody has replied");
		soon().until(() -> !bob.heard("notification").isEmpty());
		var message = bob.heard("notification").getFirst();
		assertThat(message.at("/data/title").asString()).isEqualTo("Somebody has replied");
		assertThat(message.at("/data/unread").isInt()).isTrue();
		settle(alice, thread);
		assertThat(alice.heard("notification")).isEmpty();
	}

	@Test
	void whatWasReadAndSummarizedIsHeard() {
		var id = Ids.next();
		var reader = member(id);
		var thread = openThread();
		reader.join(thread);
		news().tell("notification.read", (data) -> data.put("userId", id).put("unread", 3));
		news().tell("summary.completed", (data) -> {
			data.put("threadId", thread);
			data.withObject("/thread").put("id", thread);
		});
		soon().until(() -> !reader.heard("notification").isEmpty() && !reader.heard("summary-updated").isEmpty());
		assertThat(reader.heard("notification").getFirst().at("/data/unread").asInt()).isEqualTo(3);
		assertThat(reader.heard("summary-updated").getFirst().at("/data/status").asString()).isEqualTo("ready");
	}

	@Test
	void whoTypesIsToldToTheOthersNowAndThen() {
		var thread = openThread();
		var alice = member(Ids.next());
		var guest = guest("polling");
		alice.join(thread);
		guest.join(thread);
		alice.ask("typing", Map.of("threadId", thread));
		alice.ask("typing", Map.of("threadId", thread));
		guest.ask("typing", Map.of("threadId", thread));
		soon().until(() -> !guest.heard("typing").isEmpty());
		settle(guest, thread);
		settle(alice, thread);
		assertThat(guest.heard("typing")).hasSize(1)
			.allMatch((message) -> message.at("/data/user/username").asString().equals("alice"));
		assertThat(alice.heard("typing")).isEmpty();
	}

}
