package org.parley.realtime.room;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.kind.RoomKind;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks when the events of rooms without members reach the log. */
class DeferredEventsIT extends RealtimeIT {

	@Autowired
	private RoomBroadcaster roomBroadcaster;

	@Autowired
	private Rooms rooms;

	@Test
	void eventOfEmptyRoomIsWrittenWhenSocketEnters() {
		var thread = openThread();
		var offset = offsetAfterJoin(thread);
		publish(thread, "unheard");
		assertThat(log(thread)).isEmpty();
		var back = guest("websocket");
		back.join(thread, offset);
		assertThat(back.posts()).containsExactly("unheard");
		publish(thread, "heard");
		soon().untilAsserted(() -> assertThat(back.posts()).containsExactly("unheard", "heard"));
		assertThat(log(thread)).hasSize(2);
	}

	@Test
	void replacementIsWrittenAfterTheEventsBeforeIt() {
		var thread = openThread();
		publish(thread, "unheard");
		this.roomBroadcaster.replace(RoomKind.THREAD.room(thread), event("post-removed", thread, "", "other"));
		assertThat(log(thread)).hasSize(2).first().asString().contains("unheard");
	}

	private void publish(String thread, String content) {
		this.roomBroadcaster.publish(RoomKind.THREAD.room(thread), event("new-post", thread, content, Ids.next()));
	}

	private static LiveEvent event(String name, String thread, String content, String post) {
		return new LiveEvent(name, Ids.next(), "post.created", RoomKind.THREAD.room(thread), post,
				Map.of("content", content));
	}

	private List<String> log(String thread) {
		var lines = this.redis.opsForZSet().range(this.prefix + "log:thread-" + thread, 0, -1);
		return List.copyOf(Objects.requireNonNull(lines));
	}

	/** Joins, leaves an empty room and returns the offset. */
	private long offsetAfterJoin(String thread) {
		long offset;
		try (var first = guest("websocket")) {
			offset = first.join(thread).path("offset").asLong();
		}
		soon().until(() -> this.rooms.isEmpty(RoomKind.THREAD.room(thread)));
		return offset;
	}

}
