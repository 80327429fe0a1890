package org.parley.bench.system;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderSocketTests {

	private final Wire wire = new Wire();

	private final ReaderSocket reader = ReaderSocket.ofThread("T");

	@Test
	void socketJoinsThreadAfterHandshake() {
		receive("0{\"sid\":\"x\"}", "40{\"sid\":\"y\"}");
		assertThat(this.wire.sent).containsExactly("40", "420[\"join-thread\",{\"threadId\":\"T\"}]");
		assertThat(this.reader.joined()).isNotDone();
		receive("430[{\"ok\":true}]");
		assertThat(this.reader.joined()).isCompleted();
	}

	@Test
	void refusedSocketIsReported() {
		receive("430[{\"ok\":false,\"code\":\"thread.not-found\"}]");
		assertThat(this.reader.joined()).isCompletedExceptionally();
	}

	@Test
	void pingIsAnswered() {
		receive("2");
		assertThat(this.wire.sent).containsExactly("3");
	}

	@Test
	void replyInSeveralFramesIsReceivedWithItsLast() {
		var reply = this.reader.next();
		receive("42[\"typing\",{}]");
		this.reader.onText(this.wire, "42[\"new-post\",{", false);
		assertThat(reply).isNotDone();
		this.reader.onText(this.wire, "}]", true);
		assertThat(reply).isCompleted();
	}

	@Test
	void memberJoinsConversationWithToken() {
		var member = ReaderSocket.ofTalk("secret", "C");
		var message = member.next();
		for (var packet : List.of("0{\"sid\":\"x\"}", "40{\"sid\":\"y\"}", "430[{\"ok\":true}]")) {
			member.onText(this.wire, packet, true);
		}
		assertThat(this.wire.sent).containsExactly("40{\"token\":\"secret\"}",
				"420[\"join-conversation\",{\"conversationId\":\"C\"}]");
		assertThat(member.joined()).isCompleted();
		member.onText(this.wire, "42[\"new-message\",{}]", true);
		assertThat(message).isCompleted();
	}

	private void receive(String... packets) {
		for (var packet : packets) {
			this.reader.onText(this.wire, packet, true);
		}
	}

	private static final class Wire implements WebSocket {

		private final List<String> sent = new ArrayList<>();

		@Override
		public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
			this.sent.add(data.toString());
			return CompletableFuture.completedFuture(this);
		}

		@Override
		public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void request(long number) {
			// Everything is delivered.
		}

		@Override
		public String getSubprotocol() {
			return "";
		}

		@Override
		public boolean isOutputClosed() {
			return false;
		}

		@Override
		public boolean isInputClosed() {
			return false;
		}

		@Override
		public void abort() {
			// Nothing is open.
		}

	}

}
