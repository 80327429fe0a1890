package org.parley.realtime.replay;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayIT extends RealtimeIT {

	@Test
	void whoComesBackHearsWhatWasMissedInOrder() {
		var thread = openThread();
		var offset = seen(thread);
		List.of("one", "two", "three").forEach((content) -> news().reply(thread, content));
		awaitKept(thread, "three");
		var back = guest("websocket");
		assertThat(back.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(back.posts()).containsExactly("one", "two", "three");
		settle(back, thread);
		assertThat(back.posts()).containsExactly("one", "two", "three", "the last");
		assertThat(back.heard("new-post").stream().map((message) -> message.path("offset").asLong())).isSorted();
	}

	@Test
	void theOffsetOfTheConnectionCountsForItsRooms() {
		var thread = openThread();
		var offset = seen(thread);
		news().reply(thread, "missed");
		awaitKept(thread, "missed");
		var back = visitor(this.sockets, "polling", null, offset);
		back.join(thread);
		assertThat(back.posts()).containsExactly("missed");
	}

	@Test
	void notificationsAreReplayedToo() {
		var id = Ids.next();
		var offset = seen(openThread());
		news().notification(id, "while you were away");
		soon().until(() -> this.redis.hasKey(this.prefix + "log:user-" + id));
		var back = visitor(this.sockets, "websocket", TestTokens.of(id, "alice"), offset);
		soon().until(() -> !back.heard("notification").isEmpty());
	}

	@Test
	void whoMissedMoreThanIsKeptReadsAnew() {
		var thread = openThread();
		var offset = seen(thread);
		for (var many = 0; many < 8; many++) {
			news().reply(thread, "post " + many);
		}
		awaitKept(thread, "post 7");
		var back = guest("websocket");
		assertThat(back.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(back.posts()).isEmpty();
		assertThat(back.heard("resync")).hasSize(1);
		settle(back, thread);
	}

	@Test
	void whoMissedNothingReadsNothingAnew() {
		var thread = openThread();
		var first = guest("websocket");
		first.join(thread);
		settle(first, thread);
		var offset = first.heard("new-post").getFirst().path("offset").asLong();
		var back = guest("websocket");
		back.join(thread, offset);
		assertThat(back.heard()).isEmpty();
	}

	@Test
	void anOffsetOfLongAgoReadsAnew() {
		var back = guest("websocket");
		back.join(openThread(), 17);
		assertThat(back.heard("resync")).hasSize(1);
	}

	@Test
	void whatWasTakenAwayIsNotReplayed() {
		var thread = openThread();
		var offset = seen(thread);
		var post = news().reply(thread, "regretted");
		news().removed(thread, post, 2);
		awaitKept(thread, "post-removed");
		var back = guest("websocket");
		back.join(thread, offset);
		assertThat(back.heard().toString()).doesNotContain("regretted");
		assertThat(back.heard("post-removed")).hasSize(1);
	}

	/** Where somebody stopped listening. */
	private long seen(String thread) {
		try (Visitor first = guest("websocket")) {
			return first.join(thread).path("offset").asLong();
		}
	}

	/** Waits until the last that was said is in the room's log. */
	private void awaitKept(String thread, String last) {
		soon().until(() -> String.valueOf(this.redis.opsForZSet().range(this.prefix + "log:thread-" + thread, 0, -1))
			.contains(last));
	}

}
