package org.parley.realtime;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Java Socket.IO client that records the events it receives. */
public final class SocketTestClient implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Socket socket;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final CompletableFuture<String> connected = new CompletableFuture<>();

	private final CompletableFuture<String> gone = new CompletableFuture<>();

	private SocketTestClient(Socket socket) {
		this.socket = socket;
		socket.onAnyIncoming((arguments) -> this.received.add(Received.of(arguments)));
		socket.on(Socket.EVENT_CONNECT, (_) -> this.connected.complete("ok"));
		socket.on(Socket.EVENT_CONNECT_ERROR, (arguments) -> this.connected.complete(String.valueOf(arguments[0])));
		socket.on(Socket.EVENT_DISCONNECT, (arguments) -> this.gone.complete(String.valueOf(arguments[0])));
		socket.io().on(Manager.EVENT_ERROR, (arguments) -> this.connected.complete(String.valueOf(arguments[0])));
	}

	/** Connects; {@link #outcome} returns the result. */
	public static SocketTestClient connect(int port, String transport, @Nullable String token, @Nullable Long offset) {
		var auth = new HashMap<String, String>();
		if (token != null) {
			auth.put("token", token);
		}
		if (offset != null) {
			auth.put("offset", offset.toString());
		}
		var options = IO.Options.builder()
			.setTransports(new String[] { transport })
			.setAuth(auth)
			.setForceNew(true)
			.setReconnection(false)
			.build();
		var client = new SocketTestClient(IO.socket(URI.create("http://127.0.0.1:" + port), options));
		client.socket.connect();
		return client;
	}

	/** Returns {@code ok}, or the server's error. */
	public String outcome() {
		return get(this.connected);
	}

	/** Returns the id of the socket, which the server has accepted. */
	UUID id() {
		if (!outcome().equals("ok")) {
			throw new IllegalStateException(outcome());
		}
		return UUID.fromString(this.socket.id());
	}

	/** Checks whether the server has accepted or refused the socket. */
	public boolean isAnswered() {
		return this.connected.isDone();
	}

	/** Returns why the socket was closed. */
	public String disconnectReason() {
		return get(this.gone);
	}

	public boolean isDisconnected() {
		return this.gone.isDone();
	}

	public JsonNode join(String threadId) {
		return ask("join-thread", Map.of("threadId", threadId));
	}

	public JsonNode join(String threadId, long offset) {
		return ask("join-thread", Map.of("threadId", threadId, "offset", offset));
	}

	public JsonNode joinConversation(String conversationId) {
		return ask("join-conversation", Map.of("conversationId", conversationId));
	}

	public JsonNode joinSocialPost(String postId) {
		return ask("join-social-post", Map.of("postId", postId));
	}

	/** Sends a request and waits for the acknowledgement. */
	public JsonNode ask(String event, Map<String, ?> message) {
		return get(emit(event, message));
	}

	/** Sends a request many times at once; returns all acknowledgements. */
	public List<JsonNode> askRepeatedly(String event, Map<String, ?> message, int times) {
		return IntStream.range(0, times)
			.mapToObj((_) -> emit(event, message))
			.toList()
			.stream()
			.map(SocketTestClient::get)
			.toList();
	}

	private CompletableFuture<JsonNode> emit(String event, Map<String, ?> message) {
		var answer = new CompletableFuture<JsonNode>();
		this.socket.emit(event, new Object[] { new org.json.JSONObject(message) },
				(Ack) (arguments) -> answer.complete(JSON.readTree(String.valueOf(arguments[0]))));
		return answer;
	}

	/**
	 * Returns all events received so far, in order, except presence, which every
	 * connection of a person changes after a moment.
	 */
	public List<Received> received() {
		return this.received.stream().filter((event) -> !event.name().equals("presence")).toList();
	}

	/** Returns the messages received under a name, in order. */
	public List<JsonNode> received(String name) {
		return this.received.stream().filter((event) -> event.name().equals(name)).map(Received::message).toList();
	}

	/** Returns the contents of the received new posts, in order. */
	public List<String> posts() {
		return received("new-post").stream().map((message) -> message.at("/data/content").asString("")).toList();
	}

	/** Returns the texts of the received new messages, in order. */
	public List<String> messages() {
		return received("new-message").stream().map((message) -> message.at("/data/text").asString("")).toList();
	}

	/** Returns the texts of the received new comments, in order. */
	public List<String> comments() {
		return received("new-comment").stream().map((message) -> message.at("/data/text").asString("")).toList();
	}

	private static <T> T get(CompletableFuture<T> future) {
		return Objects.requireNonNull(future.orTimeout(30, TimeUnit.SECONDS).join());
	}

	@Override
	public void close() {
		this.socket.disconnect();
		this.socket.close();
	}

	/**
	 * A received event.
	 *
	 * @param name the event's name
	 * @param message the event's message
	 */
	public record Received(String name, JsonNode message) {

		static Received of(Object[] arguments) {
			return new Received(String.valueOf(arguments[0]), JSON.readTree(String.valueOf(arguments[1])));
		}

	}

}
