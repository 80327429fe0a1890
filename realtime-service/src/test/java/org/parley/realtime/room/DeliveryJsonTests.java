package org.parley.realtime.room;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryJsonTests {

	@Test
	void onlyLastVoteOfPostIsDelivered() {
		var first = new SocketDelivery("vote-updated", Map.of(), 1L, "one");
		var other = new SocketDelivery("vote-updated", Map.of(), 2L, "two");
		var post = new SocketDelivery("new-post", Map.of(), 3L, "one");
		var last = new SocketDelivery("vote-updated", Map.of(), 4L, "one");
		assertThat(DeliveryJson.withoutReplaced(List.of(first, other, post, last))).containsExactly(other, post, last);
	}

	@Test
	void everyEditIsDelivered() {
		var edits = List.of(new SocketDelivery("post-updated", Map.of(), 1L, "one"),
				new SocketDelivery("post-updated", Map.of(), 2L, "one"));
		assertThat(DeliveryJson.withoutReplaced(edits)).isEqualTo(edits);
	}

}
