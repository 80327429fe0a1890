package org.parley.realtime.replay;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.events.queue.QueueListenerLifecycle;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/** The only instance ends, forum-service goes on, and an instance starts again. */
class RestartIT extends RealtimeIT {

	/** A machine that is busy takes its time. */
	private static final String PATIENT = "--parley.realtime.coverage.join=20s";

	@Autowired
	@Qualifier("eventListening")
	private QueueListenerLifecycle queueListenerLifecycle;

	/** The instance of the other tests listens to nothing meanwhile. */
	@BeforeEach
	void stopListening() {
		this.queueListenerLifecycle.stop();
	}

	@AfterEach
	void listenAgain() {
		endTheOthers();
		this.queueListenerLifecycle.start();
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void joinAfterRestartReplaysEventsOfTheOutage(String transport) {
		var thread = openThread();
		long offset;
		var first = start(PATIENT);
		try (var reader = visitor(socketsOf(first), transport, null, null)) {
			offset = joined(reader, thread);
		}
		first.close();
		news().reply(thread, "missed");
		news().reply(thread, "missed too");
		var again = visitor(socketsOf(start(PATIENT)), transport, null, null);
		assertThat(again.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(again.posts()).containsExactly("missed", "missed too");
		assertThat(again.heard("resync")).isEmpty();
	}

	@Test
	void joinAfterRestartKnowsRightsOfTheOutage() {
		var category = news().category("anyone");
		var thread = news().thread(category);
		var first = start(PATIENT);
		try (var reader = visitor(socketsOf(first), "websocket", null, null)) {
			joined(reader, thread);
		}
		first.close();
		news().thread("thread.hidden", thread, category, "hidden", 2);
		var again = visitor(socketsOf(start(PATIENT)), "websocket", null, null);
		assertThat(again.join(thread).path("code").asString("")).isEqualTo("thread.not-found");
	}

	@Test
	void joinBeforeBacklogIsRecordedReadsAnew() {
		var thread = openThread();
		var first = start(PATIENT);
		long offset;
		try (var reader = visitor(socketsOf(first), "websocket", null, null)) {
			offset = joined(reader, thread);
		}
		first.close();
		var late = start("--parley.realtime.coverage.settling=1h", "--parley.realtime.coverage.join=100ms");
		var again = visitor(socketsOf(late), "websocket", null, null);
		assertThat(again.join(thread, offset).path("ok").asBoolean()).isTrue();
		assertThat(again.heard("resync")).hasSize(1);
	}

	private static long joined(Visitor reader, String thread) {
		var answer = reader.join(thread);
		assertThat(answer.path("ok").asBoolean()).isTrue();
		return answer.path("offset").asLong();
	}

}
