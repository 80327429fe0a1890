package org.parley.realtime.room;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.replay.ReplayEntry;
import org.parley.realtime.session.EncodedEvent;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryJsonTests {

	@Test
	void onlyLastVoteOfPostIsDelivered() {
		var first = new SocketDelivery(new EncodedEvent("vote-updated", "{}"), 1L, "one");
		var other = new SocketDelivery(new EncodedEvent("vote-updated", "{}"), 2L, "two");
		var post = new SocketDelivery(new EncodedEvent("new-post", "{}"), 3L, "one");
		var last = new SocketDelivery(new EncodedEvent("vote-updated", "{}"), 4L, "one");
		assertThat(DeliveryJson.withoutReplaced(List.of(first, other, post, last))).containsExactly(other, post, last);
	}

	@Test
	void everyEditIsDelivered() {
		var edits = List.of(new SocketDelivery(new EncodedEvent("post-updated", "{}"), 1L, "one"),
				new SocketDelivery(new EncodedEvent("post-updated", "{}"), 2L, "one"));
		assertThat(DeliveryJson.withoutReplaced(edits)).isEqualTo(edits);
	}

	@Test
	void newAndStoredEventAreTheSameMessage() {
		var deliveryJson = new DeliveryJson(JsonMapper.builder().build());
		var event = new LiveEvent("new-post", Ids.next(), "post.created", RoomKind.THREAD.room("thread"), "post",
				List.of("a “quote”"));
		var line = deliveryJson.toLogLine(event, false);
		var sent = deliveryJson.toDelivery(line, 7L);
		var stored = deliveryJson.toDelivery(new ReplayEntry(7, line.subject(), line.text()));
		assertThat(sent.event().frame()).isEqualTo(stored.event().frame())
			.asString(StandardCharsets.UTF_8)
			.isEqualTo("42[\"new-post\",{\"offset\":7,\"id\":\"" + event.id()
					+ "\",\"type\":\"post.created\",\"threadId\":\"thread\",\"data\":[\"a “quote”\"]}]");
	}

}
