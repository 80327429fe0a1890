package org.parley.realtime;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.web.Ids;
import org.parley.realtime.replay.LogLine;
import org.parley.realtime.replay.ReplayLog;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several instances are one to their clients, with Redis and, but for replay, without.
 */
class TwoInstancesIT extends RealtimeIT {

	@Autowired
	private ReplayLog log;

	@Test
	void bothTellTheSameUnderTheSameOffset() {
		var other = another();
		var thread = openThread();
		var here = guest("websocket");
		var there = visitor(other, "polling", null, null);
		assertThat(here.join(thread).path("ok").asBoolean()).isTrue();
		assertThat(there.join(thread).path("ok").asBoolean()).isTrue();
		for (var reply = 0; reply < 20; reply++) {
			news().reply(thread, "reply " + reply);
		}
		soon().until(() -> here.posts().size() == 20 && there.posts().size() == 20);
		assertThat(there.heard("new-post")).isEqualTo(here.heard("new-post"));
		assertThat(this.redis.opsForZSet().zCard(this.prefix + "log:thread-" + thread)).isEqualTo(5);
	}

	@Test
	void whoComesBackToTheOtherMissesNothing() {
		var other = another();
		var thread = openThread();
		var first = guest("websocket");
		first.join(thread);
		settle(first, thread);
		var offset = first.heard("new-post").getFirst().path("offset").asLong();
		first.close();
		var missed = news().reply(thread, "missed");
		soon().until(() -> String.valueOf(this.redis.opsForZSet().range(this.prefix + "log:thread-" + thread, 0, -1))
			.contains(missed));
		var back = visitor(other, "websocket", null, null);
		back.join(thread, offset);
		assertThat(back.posts()).containsExactly("missed");
		settle(back, thread);
		assertThat(back.posts()).containsExactly("missed", "the last");
	}

	/** An instance writes into the log, and dies before it tells. */
	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void eventOfDeadInstanceIsToldBeforeNext(String transport) {
		var thread = openThread();
		var guest = guest(transport);
		guest.join(thread);
		settle(guest, thread);
		var text = "{'name':'new-post','id':'1','type':'post.created','threadId':'%s','data':{'content':'untold'}}"
			.formatted(thread)
			.replace('\'', '"');
		var line = new LogLine(Ids.next(), Ids.next(), text, false);
		var dead = Objects.requireNonNull(this.log.append("thread-" + thread, line, OptionalLong.empty()).position());
		news().reply(thread, "told");
		soon().until(() -> guest.posts().contains("told"));
		assertThat(guest.posts()).containsExactly("the last", "untold", "told");
		assertThat(guest.heard("new-post").get(1).path("offset").asLong()).isEqualTo(dead);
		assertThat(guest.heard("new-post").stream().map((message) -> message.path("offset").asLong())).isSorted();
	}

	@Test
	void typingIsHeardOnTheOther() {
		var other = another();
		var thread = openThread();
		var alice = member(Ids.next());
		var there = visitor(other, "websocket", null, null);
		alice.join(thread);
		there.join(thread);
		soon().until(() -> {
			alice.ask("typing", Map.of("threadId", thread));
			return !there.heard("typing").isEmpty();
		});
	}

	@Test
	void withoutRedisEventsGoOutAndNothingIsReplayed() {
		var other = another("--spring.data.redis.url=redis://127.0.0.1:1", "--parley.realtime.coverage.delay=1h");
		var thread = openThread();
		var there = visitor(other, "websocket", null, null);
		var answer = there.join(thread);
		assertThat(answer.path("ok").asBoolean()).isTrue();
		assertThat(answer.has("offset")).isFalse();
		news().reply(thread, "live");
		soon().until(() -> there.posts().contains("live"));
		assertThat(there.heard("new-post").getFirst().has("offset")).isFalse();
		var back = visitor(other, "websocket", null, null);
		assertThat(back.join(thread, 17).path("ok").asBoolean()).isTrue();
		assertThat(back.heard("resync")).hasSize(1);
	}

	@Test
	void whoIsOnAnInstanceThatEndsIsToldAndComesBack() {
		var other = another();
		var guest = visitor(other, "websocket", null, null);
		guest.join(openThread());
		endTheOthers();
		assertThat(guest.heard("session-ended").getFirst().path("code").asString()).isEqualTo("server.restarting");
		assertThat(guest.goodbye()).startsWith("transport ");
	}

}
