package org.parley.bench.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.process.LauncherException;

/**
 * The socket of a guest who reads a thread, or of a member of a conversation. It has no
 * thread of its own and parses no events, so that a thousand of them hardly use the
 * processors that they measure.
 *
 * @see <a href="https://socket.io/docs/v4/engine-io-protocol/">Engine.IO protocol</a>
 * @see <a href="https://socket.io/docs/v4/socket-io-protocol/">Socket.IO protocol</a>
 */
final class ReaderSocket implements WebSocket.Listener {

	private final String connect;

	private final String join;

	private final String event;

	private final StringBuilder packet = new StringBuilder();

	private final CompletableFuture<WebSocket> joined = new CompletableFuture<>();

	private final AtomicReference<CompletableFuture<Long>> next = new AtomicReference<>(new CompletableFuture<>());

	/**
	 * Creates a socket.
	 * @param connect the packet that connects it
	 * @param join the event that joins a room, with its data
	 * @param event the name of the awaited event
	 */
	private ReaderSocket(String connect, String join, String event) {
		this.connect = connect;
		this.join = join;
		this.event = event;
	}

	/** The socket of a guest who reads a thread. */
	static ReaderSocket ofThread(String thread) {
		return new ReaderSocket("40", "\"join-thread\",{\"threadId\":\"%s\"}".formatted(thread), "new-post");
	}

	/** The socket of a member of a conversation. */
	static ReaderSocket ofTalk(String token, String conversation) {
		return new ReaderSocket("40{\"token\":\"%s\"}".formatted(token),
				"\"join-conversation\",{\"conversationId\":\"%s\"}".formatted(conversation), "new-message");
	}

	/** Connects and joins a conversation. */
	static ReaderSocket openTalk(HttpClient http, ApiUser member, String conversation) {
		var token = String.valueOf(member.headers().get("Authorization")).replaceFirst("^Bearer ", "");
		return ofTalk(token, conversation).open(http, member.gateway().guest());
	}

	/** Connects and joins a thread. */
	static ReaderSocket open(HttpClient http, ApiUser guest, String thread) {
		return ofThread(thread).open(http, guest);
	}

	private ReaderSocket open(HttpClient http, ApiUser guest) {
		var builder = http.newWebSocketBuilder();
		guest.headers().forEach(builder::header);
		var address = guest.gateway().address().toString().replaceFirst("^http", "ws");
		builder.buildAsync(URI.create(address + "/socket.io/?EIO=4&transport=websocket"), this)
			.exceptionally((failure) -> {
				this.joined.completeExceptionally(failure);
				return null;
			});
		return this;
	}

	/** Completes when the server has acknowledged that this socket is in the thread. */
	CompletableFuture<WebSocket> joined() {
		return this.joined;
	}

	/**
	 * Completes when this socket receives the next awaited event, with the time of it,
	 * comparable to {@link System#nanoTime()}.
	 */
	CompletableFuture<Long> next() {
		var future = new CompletableFuture<Long>();
		this.next.set(future);
		return future;
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
		this.packet.append(data);
		if (last) {
			receive(socket, this.packet.toString());
			this.packet.setLength(0);
		}
		socket.request(1);
		return null;
	}

	private void receive(WebSocket socket, String text) {
		if (text.startsWith("42[\"" + this.event + "\"")) {
			this.next.get().complete(System.nanoTime());
		}
		else if (text.startsWith("0")) {
			send(socket, this.connect);
		}
		else if (text.startsWith("40")) {
			send(socket, "420[" + this.join + "]");
		}
		else if (text.equals("2")) {
			send(socket, "3");
		}
		else if (text.startsWith("430") && text.contains("\"ok\":true")) {
			this.joined.complete(socket);
		}
		else if (text.startsWith("430") || text.startsWith("44")) {
			this.joined.completeExceptionally(new LauncherException("The socket was refused: " + text));
		}
	}

	private static void send(WebSocket socket, String text) {
		var _ = socket.sendText(text, true);
	}

	void close() {
		this.joined.join().abort();
	}

}
