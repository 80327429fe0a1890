package org.parley.realtime.replay;

import java.util.HashMap;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.messaging.queue.QueueListenerLifecycle;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The only instance stops, forum-service keeps publishing, and an instance starts again.
 */
class ReplayAfterRestartIT extends RealtimeIT {

	/** Long enough for a busy machine. */
	private static final String PATIENT = "--parley.realtime.coverage.join=20s";

	@Autowired
	@Qualifier("eventQueueListener")
	private QueueListenerLifecycle queueListenerLifecycle;

	/** The instance of the other tests must not consume events meanwhile. */
	@BeforeEach
	void stopListening() {
		this.queueListenerLifecycle.stop();
	}

	@AfterEach
	void resumeListening() {
		closeOtherInstances();
		this.queueListenerLifecycle.start();
	}

	@Test
	void joinAfterRestartReplaysEventsOfOutage() {
		var thread = openThread();
		var offsets = new HashMap<String, Long>();
		var first = start(PATIENT);
		for (var transport : List.of("websocket", "polling")) {
			try (var reader = client(socketsOf(first), transport, null, null)) {
				offsets.put(transport, joinAndGetOffset(reader, thread));
			}
		}
		first.close();
		events().reply(thread, "missed");
		events().reply(thread, "missed too");
		var instance = socketsOf(start(PATIENT));
		offsets.forEach((transport, offset) -> {
			var again = client(instance, transport, null, null);
			assertThat(again.join(thread, offset).path("ok").asBoolean()).as(transport).isTrue();
			assertThat(again.posts()).as(transport).containsExactly("missed", "missed too");
			assertThat(again.received("resync")).as(transport).isEmpty();
		});
	}

	@Test
	void joinAfterRestartAppliesRightsOfOutage() {
		var category = events().category("anyone");
		var thread = events().thread(category);
		var first = start(PATIENT);
		try (var reader = client(socketsOf(first), "websocket", null, null)) {
			joinAndGetOffset(reader, thread);
		}
		first.close();
		events().thread("thread.hidden", thread, category, "hidden", 2);
		var again = client(socketsOf(start(PATIENT)), "websocket", null, null);
		assertThat(again.join(thread).path("code").asString("")).isEqualTo("thread.not-found");
	}

	@Test
	void joinBeforeBacklogIsRecordedAsksToReload() {
		var thread = openThread();
		var first = start(PATIENT);
		long offset;
		try (var reader = client(socketsOf(first), "websocket", null, null)) {
			offset = joinAndGetOffset(reader, thread);
		}
		first.close();
		var late = start("--parley.realtime.coverage.settling=1h", "--parley.realtime.coverage.join=100ms");
		var again = client(socketsOf(late), "websocket", null, null);
		assertThat(again.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(again.received("resync")).hasSize(1);
	}

	private static long joinAndGetOffset(SocketTestClient reader, String thread) {
		var answer = reader.join(thread);
		assertThat(answer.path("ok").asBoolean()).isTrue();
		return answer.path("offset").asLong();
	}

}
