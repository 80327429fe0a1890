package org.parley.realtime.replay;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayIT extends RealtimeIT {

	@Test
	void rejoinReplaysMissedEventsInOrder() {
		var thread = openThread();
		var offset = offsetAfterJoin(thread);
		List.of("one", "two", "three").forEach((content) -> events().reply(thread, content));
		awaitRecorded(thread, "three");
		var back = guest("websocket");
		assertThat(back.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(back.posts()).containsExactly("one", "two", "three");
		awaitDelivery(back, thread);
		assertThat(back.posts()).containsExactly("one", "two", "three", "the last");
		assertThat(back.received("new-post").stream().map((message) -> message.path("offset").asLong())).isSorted();
	}

	@Test
	void offsetOfConnectionIsUsedForJoins() {
		var thread = openThread();
		var offset = offsetAfterJoin(thread);
		events().reply(thread, "missed");
		awaitRecorded(thread, "missed");
		var back = client(this.sockets, "polling", null, offset);
		back.join(thread);
		assertThat(back.posts()).containsExactly("missed");
	}

	@Test
	void missedNotificationsAreReplayed() {
		var id = Ids.next();
		var offset = offsetAfterJoin(openThread());
		events().notification(id, "while you were away");
		soon().until(() -> this.redis.hasKey(this.prefix + "log:user-" + id));
		var back = client(this.sockets, "websocket", TestTokens.of(id, "alice"), offset);
		soon().until(() -> !back.received("notification").isEmpty());
	}

	@Test
	void rejoinBeyondKeptEventsAsksToReload() {
		var thread = openThread();
		var offset = offsetAfterJoin(thread);
		for (var many = 0; many < 8; many++) {
			events().reply(thread, "post " + many);
		}
		awaitRecorded(thread, "post 7");
		var back = guest("websocket");
		assertThat(back.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(back.posts()).isEmpty();
		assertThat(back.received("resync")).hasSize(1);
		awaitDelivery(back, thread);
	}

	@Test
	void rejoinWithoutMissedEventsReceivesNothing() {
		var thread = openThread();
		var first = guest("websocket");
		first.join(thread);
		awaitDelivery(first, thread);
		var offset = first.received("new-post").getFirst().path("offset").asLong();
		var back = guest("websocket");
		back.join(thread, offset);
		assertThat(back.received()).isEmpty();
	}

	@Test
	void rejoinWithOldOffsetAsksToReload() {
		var back = guest("websocket");
		back.join(openThread(), 17);
		assertThat(back.received("resync")).hasSize(1);
	}

	/** The settling of the other instance, which has just started, does not end. */
	@Test
	void rejoinBeforeBacklogIsRecordedAsksToReload() {
		var thread = openThread();
		var offset = offsetAfterJoin(thread);
		var late = start("--parley.realtime.coverage.settling=1h", "--parley.realtime.coverage.join=100ms");
		var back = client(socketsOf(late), "websocket", null, null);
		assertThat(back.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(back.received("resync")).hasSize(1);
	}

	@Test
	void removedPostIsNotReplayed() {
		var thread = openThread();
		var offset = offsetAfterJoin(thread);
		var post = events().reply(thread, "regretted");
		events().postRemoved(thread, post, 2);
		awaitRecorded(thread, "post-removed");
		var back = guest("websocket");
		back.join(thread, offset);
		assertThat(back.received().toString()).doesNotContain("regretted");
		assertThat(back.received("post-removed")).hasSize(1);
	}

	/** Joins, leaves and returns the offset. */
	private long offsetAfterJoin(String thread) {
		try (SocketTestClient first = guest("websocket")) {
			return first.join(thread).path("offset").asLong();
		}
	}

	/** Waits until the last event is in the room's log. */
	private void awaitRecorded(String thread, String last) {
		soon().until(() -> String.valueOf(this.redis.opsForZSet().range(this.prefix + "log:thread-" + thread, 0, -1))
			.contains(last));
	}

}
