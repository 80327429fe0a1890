package org.parley.realtime.replay;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.localstack.FreePort;
import org.parley.platform.messaging.queue.QueueListenerLifecycle;
import org.parley.realtime.NodePages;
import org.parley.realtime.RealtimeIT;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The only instance stops, forum-service keeps publishing, and an instance starts again.
 */
class ReplayAfterRestartIT extends RealtimeIT {

	/** Long enough for a busy machine. */
	private static final String PATIENT = "--parley.realtime.coverage.join=20s";

	private static final List<String> TRANSPORTS = List.of("websocket", "polling");

	@Autowired
	@Qualifier("eventQueueListener")
	private QueueListenerLifecycle queueListenerLifecycle;

	/** The instances of the other tests must not consume events meanwhile. */
	@BeforeEach
	void stopListening() {
		closeSecondInstance();
		this.queueListenerLifecycle.stop();
	}

	@AfterEach
	void resumeListening() {
		closeOtherInstances();
		this.queueListenerLifecycle.start();
		awaitQueueOf(this.meters);
	}

	/** Pages reconnect by themselves, and other clients connect again. */
	@Test
	void clientsReceiveEventsAndRightsOfOutage() throws IOException {
		var thread = openThread();
		var category = events().category("anyone");
		var hidden = events().thread(category);
		var port = "--parley.realtime.gate.port=" + FreePort.find();
		var first = start(port, PATIENT);
		var sockets = socketsOf(first);
		try (var nodes = NodePages.install()) {
			var pages = List.of(nodes.run("follow.mjs", sockets, "polling", thread),
					nodes.run("follow.mjs", sockets, "websocket", thread));
			for (var page : pages) {
				NodePages.await(page, "joined", (message) -> message.path("ok").asBoolean());
			}
			var offsets = TRANSPORTS.stream()
				.collect(Collectors.toMap(Function.identity(), (transport) -> offset(sockets, transport, thread)));
			offset(sockets, "websocket", hidden);
			first.close();
			for (var page : pages) {
				NodePages.await(page, "gone", (_) -> true);
			}
			events().reply(thread, "missed");
			events().reply(thread, "missed too");
			events().thread("thread.hidden", hidden, category, "hidden", 2);
			start(port, PATIENT);
			var former = client(sockets, "websocket", null, null);
			var refused = CompletableFuture.supplyAsync(() -> former.join(hidden));
			offsets.forEach((transport, offset) -> {
				var again = client(sockets, transport, null, null);
				assertThat(again.join(thread, offset).path("ok").asBoolean()).as(transport).isTrue();
				assertThat(again.posts()).as(transport).containsExactly("missed", "missed too");
				assertThat(again.received("resync")).as(transport).isEmpty();
			});
			for (var page : pages) {
				for (var missed : List.of("missed", "missed too")) {
					NodePages.await(page, "new-post",
							(message) -> message.at("/data/content").asString("").equals(missed));
				}
				assertThat(page).noneMatch((report) -> report.path("event").asString("").equals("resync"));
			}
			assertThat(refused.join().path("code").asString("")).isEqualTo("thread.not-found");
		}
	}

	/** Joins, leaves and returns the offset. */
	private long offset(int sockets, String transport, String thread) {
		try (var reader = client(sockets, transport, null, null)) {
			var answer = reader.join(thread);
			assertThat(answer.path("ok").asBoolean()).isTrue();
			return answer.path("offset").asLong();
		}
	}

}
