package org.parley.realtime;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.realtime.replay.LogLine;
import org.parley.realtime.replay.ReplayLog;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients of several instances receive the same events. */
class TwoInstancesIT extends RealtimeIT {

	@Autowired
	private ReplayLog log;

	@Test
	void instancesDeliverSameEventsWithSameOffsets() {
		var other = secondInstance();
		var thread = openThread();
		var here = guest("websocket");
		var there = client(other, "polling", null, null);
		assertThat(here.join(thread).path("ok").asBoolean()).isTrue();
		assertThat(there.join(thread).path("ok").asBoolean()).isTrue();
		// An instance that lags by more than the log sends its clients to reload
		for (var reply = 1; reply <= 20; reply++) {
			events().reply(thread, "reply " + reply);
			var sent = reply;
			soon().until(() -> here.posts().size() == sent && there.posts().size() == sent);
		}
		assertThat(there.received("new-post")).isEqualTo(here.received("new-post"));
		assertThat(this.redis.opsForZSet().zCard(this.prefix + "log:thread-" + thread)).isEqualTo(5);
	}

	@Test
	void reconnectToOtherInstanceReplaysMissedEvents() {
		var other = secondInstance();
		var thread = openThread();
		var first = guest("websocket");
		first.join(thread);
		awaitDelivery(first, thread);
		var offset = first.received("new-post").getFirst().path("offset").asLong();
		first.close();
		var missed = events().reply(thread, "missed");
		soon().until(() -> String.valueOf(this.redis.opsForZSet().range(this.prefix + "log:thread-" + thread, 0, -1))
			.contains(missed));
		var back = client(other, "websocket", null, null);
		back.join(thread, offset);
		assertThat(back.posts()).containsExactly("missed");
		awaitDelivery(back, thread);
		assertThat(back.posts()).containsExactly("missed", "the last");
	}

	/** An instance writes an event into the log and dies before it delivers it. */
	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void eventOfDeadInstanceIsDeliveredBeforeNext(String transport) {
		var thread = openThread();
		var guest = guest(transport);
		guest.join(thread);
		awaitDelivery(guest, thread);
		var text = "new-post {'id':'1','type':'post.created','threadId':'%s','data':{'content':'undelivered'}}"
			.formatted(thread)
			.replace('\'', '"');
		var line = new LogLine(Ids.next(), Ids.next(), text, false);
		var dead = Objects.requireNonNull(this.log.append("thread-" + thread, line, OptionalLong.empty()).position());
		events().reply(thread, "delivered");
		soon().until(() -> guest.posts().contains("delivered"));
		assertThat(guest.posts()).containsExactly("the last", "undelivered", "delivered");
		assertThat(guest.received("new-post").get(1).path("offset").asLong()).isEqualTo(dead);
		assertThat(guest.received("new-post").stream().map((message) -> message.path("offset").asLong())).isSorted();
	}

	@Test
	void typingIsDeliveredOnOtherInstance() {
		var other = secondInstance();
		var thread = openThread();
		var alice = member(Ids.next());
		var there = client(other, "websocket", null, null);
		alice.join(thread);
		there.join(thread);
		soon().until(() -> {
			alice.ask("typing", Map.of("threadId", thread));
			return !there.received("typing").isEmpty();
		});
	}

}
