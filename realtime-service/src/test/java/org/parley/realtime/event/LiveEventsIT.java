package org.parley.realtime.event;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.access.social.RoomBlocks;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class LiveEventsIT extends RealtimeIT {

	@Autowired
	private RoomBlocks blocks;

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void replyHasPropertiesOfApi(String transport) {
		var thread = openThread();
		var guest = guest(transport);
		guest.join(thread);
		var post = events().reply(thread, "Hello 🌍");
		soon().until(() -> !guest.received("new-post").isEmpty());
		var message = guest.received("new-post").getFirst();
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
	void replyIsDeliveredToMembersOfThreadOnly() {
		var here = openThread();
		var there = openThread();
		var guest = guest("websocket");
		var other = guest("websocket");
		guest.join(here);
		other.join(there);
		awaitDelivery(guest, here);
		awaitDelivery(other, there);
		assertThat(guest.posts()).hasSize(1);
		assertThat(other.posts()).hasSize(1);
	}

	@Test
	void heldPostIsNotDelivered() {
		var thread = openThread();
		var moderator = member(Ids.next(), "moderator");
		moderator.join(thread);
		events().post("post.created", thread, Ids.next(), "not for you", "held", 1);
		events().post("post.edited", thread, Ids.next(), "not for you", "removed", 2);
		awaitDelivery(moderator, thread);
		assertThat(moderator.received().toString()).doesNotContain("not for you");
		assertThat(moderator.received()).hasSize(1);
	}

	@Test
	void postChangesAreDelivered() {
		var thread = openThread();
		var guest = guest("websocket");
		guest.join(thread);
		var post = events().reply(thread, "first");
		events().post("post.edited", thread, post, "second", "active", 2);
		events().postStatusChanged(thread, post, "flagged", "active");
		events().postStatusChanged(thread, post, "held", "flagged");
		events().postRemoved(thread, post, 5);
		soon().until(() -> guest.received("post-removed").size() == 2);
		assertThat(guest.received("post-updated")).extracting((message) -> message.at("/data/content").asString(""))
			.containsExactly("second", "");
		assertThat(guest.received("post-updated").getLast().at("/data/status").asString()).isEqualTo("flagged");
		assertThat(guest.received("post-removed")).allMatch((message) -> !message.path("data").has("content"));
	}

	@Test
	void movedPostIsRemovedAndAdded() {
		var here = openThread();
		var there = openThread();
		var guest = guest("websocket");
		var other = guest("websocket");
		guest.join(here);
		other.join(there);
		var post = events().reply(here, "first");
		soon().until(() -> !guest.received("new-post").isEmpty());
		events().postMoved(here, there, post, "active");
		events().postMoved(here, there, Ids.next(), "held");
		soon().until(() -> guest.received("post-removed").size() == 2 && !other.received("post-updated").isEmpty());
		var removed = guest.received("post-removed").getFirst().path("data");
		assertThat(removed.path("status").asString()).isEqualTo("moved");
		assertThat(removed.path("number").asInt()).isEqualTo(7);
		assertThat(removed.path("threadId").asString()).isEqualTo(here);
		var added = other.received("post-updated").getFirst().path("data");
		assertThat(added.path("id").asString()).isEqualTo(post);
		assertThat(added.path("threadId").asString()).isEqualTo(there);
		assertThat(added.path("content").asString()).isEqualTo("moved");
		awaitDelivery(other, there);
		assertThat(other.received("post-updated")).hasSize(1);
	}

	@Test
	void mergedThreadEndsMembershipsAndSplitThreadCanBeJoined() {
		var category = events().category("anyone");
		var thread = events().thread(category);
		var guest = guest("websocket");
		guest.join(thread);
		events().thread("thread.merged", thread, category, "removed", 2);
		soon().until(() -> !guest.received("membership-ended").isEmpty());
		var created = Ids.next();
		events().thread("thread.split", created, category, "open", 0);
		var client = guest("websocket");
		soon().until(() -> client.ask("join-thread", Map.of("threadId", created)).path("ok").asBoolean());
	}

	@Test
	void threadChangeIsDelivered() {
		var category = events().category("anyone");
		var thread = events().thread(category);
		var guest = guest("websocket");
		guest.join(thread);
		events().thread("thread.locked", thread, category, "locked", 2);
		soon().until(() -> !guest.received("thread-updated").isEmpty());
		assertThat(guest.received("thread-updated").getFirst().at("/data/status").asString()).isEqualTo("locked");
	}

	@Test
	void frequentVotesAreDeliveredThrottled() {
		var thread = openThread();
		var guest = guest("websocket");
		guest.join(thread);
		var post = Ids.next();
		for (var votes = 1; votes <= 100; votes++) {
			events().votes(thread, post, votes, votes);
		}
		soon().until(() -> guest.received("vote-updated")
			.stream()
			.anyMatch((message) -> message.at("/data/voteScore").asInt() == 100));
		assertThat(guest.received("vote-updated")).hasSizeLessThan(30);
	}

	@Test
	void notificationIsDeliveredToItsUserOnly() {
		var alice = member(Ids.next());
		var id = Ids.next();
		var bob = member(id);
		assertThat(bob.outcome()).isEqualTo("ok");
		assertThat(alice.outcome()).isEqualTo("ok");
		var thread = openThread();
		alice.join(thread);
		bob.join(thread);
		events().notification(id, "New reply");
		soon().until(() -> !bob.received("notification").isEmpty());
		var message = bob.received("notification").getFirst();
		assertThat(message.at("/data/title").asString()).isEqualTo("New reply");
		assertThat(message.at("/data/unread").isInt()).isTrue();
		awaitDelivery(alice, thread);
		assertThat(alice.received("notification")).isEmpty();
	}

	@Test
	void statesOfMediaAreDeliveredToTheirOwnerOnly() {
		var alice = member(Ids.next());
		var id = Ids.next();
		var bob = member(id);
		assertThat(bob.outcome()).isEqualTo("ok");
		assertThat(alice.outcome()).isEqualTo("ok");
		var thread = openThread();
		alice.join(thread);
		events().publish("media.ready", (data) -> data.withObject("/media").put("ownerId", id));
		events().publish("media.refused", (data) -> data.withObject("/media").put("ownerId", id));
		soon().until(() -> bob.received("media-updated").size() == 2);
		assertThat(bob.received("media-updated")).extracting((event) -> event.at("/data/state").asString())
			.containsExactlyInAnyOrder("ready", "refused");
		awaitDelivery(alice, thread);
		assertThat(alice.received("media-updated")).isEmpty();
	}

	@Test
	void readNotificationsAndSummariesAreDelivered() {
		var id = Ids.next();
		var reader = member(id);
		var thread = openThread();
		reader.join(thread);
		events().publish("notification.read", (data) -> data.put("userId", id).put("unread", 3));
		events().publish("summary.completed", (data) -> {
			data.put("threadId", thread);
			data.withObject("/thread").put("id", thread);
		});
		soon().until(() -> !reader.received("notification").isEmpty() && !reader.received("summary-updated").isEmpty());
		assertThat(reader.received("notification").getFirst().at("/data/unread").asInt()).isEqualTo(3);
		assertThat(reader.received("summary-updated").getFirst().at("/data/status").asString()).isEqualTo("ready");
	}

	@Test
	void typingIsDeliveredToOthersThrottled() {
		var thread = openThread();
		var alice = member(Ids.next());
		var guest = guest("polling");
		alice.join(thread);
		guest.join(thread);
		alice.ask("typing", Map.of("threadId", thread));
		alice.ask("typing", Map.of("threadId", thread));
		guest.ask("typing", Map.of("threadId", thread));
		soon().until(() -> !guest.received("typing").isEmpty());
		awaitDelivery(guest, thread);
		awaitDelivery(alice, thread);
		assertThat(guest.received("typing")).hasSize(1)
			.allMatch((message) -> message.at("/data/user/username").asString().equals("alice"));
		assertThat(alice.received("typing")).isEmpty();
	}

	@Test
	void typingInThreadDoesNotCrossBlock() {
		var thread = openThread();
		var writerId = Ids.next();
		var blockedId = Ids.next();
		var writer = member(writerId);
		var blocked = member(blockedId);
		var guest = guest("websocket");
		writer.join(thread);
		blocked.join(thread);
		guest.join(thread);
		social().block("block.started", blockedId, writerId, 1);
		soon().until(() -> this.blocks.separatedFrom(writerId).contains(blockedId));
		writer.ask("typing", Map.of("threadId", thread));
		soon().until(() -> !guest.received("typing").isEmpty());
		awaitDelivery(blocked, thread);
		assertThat(blocked.received("typing")).isEmpty();
	}

}
