package org.parley.realtime.room;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTests {

	@Test
	void onlyLastVoteOfPostIsTold() {
		var first = new Delivery("vote-updated", Map.of(), 1L, "one");
		var other = new Delivery("vote-updated", Map.of(), 2L, "two");
		var post = new Delivery("new-post", Map.of(), 3L, "one");
		var last = new Delivery("vote-updated", Map.of(), 4L, "one");
		assertThat(Deliveries.withoutReplaced(List.of(first, other, post, last))).containsExactly(other, post, last);
	}

	@Test
	void everyEditIsTold() {
		var edits = List.of(new Delivery("post-updated", Map.of(), 1L, "one"),
				new Delivery("post-updated", Map.of(), 2L, "one"));
		assertThat(Deliveries.withoutReplaced(edits)).isEqualTo(edits);
	}

}
