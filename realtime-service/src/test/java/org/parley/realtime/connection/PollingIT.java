package org.parley.realtime.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;

/** Single polls, as a client sends them. */
class PollingIT extends RealtimeIT {

	private final HttpClient http = HttpClient.newHttpClient();

	/** The end may arrive before the poll, which is refused then. */
	@Test
	void pendingPollIsAnsweredWhenClientCloses() {
		soon().until(this::closedPoll, "6"::equals);
	}

	@Test
	void answersThatExceedOnePollAreNotLost() throws Exception {
		var session = openPolling();
		post(session,
				IntStream.range(0, 60)
					.mapToObj("42%d[\"leave-thread\",{}]"::formatted)
					.collect(Collectors.joining("\u001e")));
		var answers = new HashSet<String>();
		while (answers.size() < 60) {
			var body = this.http.sendAsync(poll(session), BodyHandlers.ofString()).get(5, TimeUnit.SECONDS).body();
			Arrays.stream(body.split("\u001e"))
				.filter((packet) -> packet.startsWith("43"))
				.map((packet) -> packet.substring(0, packet.indexOf('[')))
				.forEach(answers::add);
		}
		assertThat(answers).hasSize(60);
	}

	private String closedPoll() throws Exception {
		var session = openPolling();
		var pending = this.http.sendAsync(poll(session), BodyHandlers.ofString());
		post(session, "1");
		return pending.get(5, TimeUnit.SECONDS).body();
	}

	/** Connects by polling; returns the address of the session. */
	private URI openPolling() throws Exception {
		var address = "http://127.0.0.1:%d/socket.io/?EIO=4&transport=polling".formatted(this.sockets);
		var handshake = this.http.send(poll(URI.create(address)), BodyHandlers.ofString()).body();
		var id = handshake.substring(handshake.indexOf(":\"") + 2, handshake.indexOf("\","));
		var session = URI.create(address + "&sid=" + id);
		post(session, "40");
		assertThat(this.http.send(poll(session), BodyHandlers.ofString()).body()).startsWith("40{");
		return session;
	}

	private static HttpRequest poll(URI address) {
		return HttpRequest.newBuilder(address).build();
	}

	private void post(URI session, String packet) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(session).POST(BodyPublishers.ofString(packet)).build();
		assertThat(this.http.send(request, BodyHandlers.ofString()).body()).isEqualTo("ok");
	}

}
