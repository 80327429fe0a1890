package org.parley.realtime;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Somebody with a Socket.IO client of their own, as anybody could have. */
public final class Visitor implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Socket socket;

	private final List<Heard> heard = new CopyOnWriteArrayList<>();

	private final CompletableFuture<String> connected = new CompletableFuture<>();

	private final CompletableFuture<String> gone = new CompletableFuture<>();

	private Visitor(Socket socket) {
		this.socket = socket;
		socket.onAnyIncoming((arguments) -> this.heard.add(Heard.of(arguments)));
		socket.on(Socket.EVENT_CONNECT, (_) -> this.connected.complete("ok"));
		socket.on(Socket.EVENT_CONNECT_ERROR, (arguments) -> this.connected.complete(String.valueOf(arguments[0])));
		socket.on(Socket.EVENT_DISCONNECT, (arguments) -> this.gone.complete(String.valueOf(arguments[0])));
		socket.io().on(Manager.EVENT_ERROR, (arguments) -> this.connected.complete(String.valueOf(arguments[0])));
	}

	/** Comes in; {@link #outcome} says whether that went well. */
	public static Visitor at(int port, String transport, @Nullable String token, @Nullable Long offset) {
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
		var visitor = new Visitor(IO.socket(URI.create("http://127.0.0.1:" + port), options));
		visitor.socket.connect();
		return visitor;
	}

	/** {@code ok}, or what the server said. */
	public String outcome() {
		return get(this.connected);
	}

	/** Why the socket was closed. */
	public String goodbye() {
		return get(this.gone);
	}

	public boolean isGone() {
		return this.gone.isDone();
	}

	public JsonNode join(String threadId) {
		return ask("join-thread", Map.of("threadId", threadId));
	}

	public JsonNode join(String threadId, long offset) {
		return ask("join-thread", Map.of("threadId", threadId, "offset", offset));
	}

	/** Asks for something and waits for the acknowledgement. */
	public JsonNode ask(String event, Map<String, ?> message) {
		return get(emit(event, message));
	}

	/** Asks for the same many times at once; answers all acknowledgements. */
	public List<JsonNode> insist(String event, Map<String, ?> message, int times) {
		return IntStream.range(0, times)
			.mapToObj((_) -> emit(event, message))
			.toList()
			.stream()
			.map(Visitor::get)
			.toList();
	}

	private CompletableFuture<JsonNode> emit(String event, Map<String, ?> message) {
		var answer = new CompletableFuture<JsonNode>();
		this.socket.emit(event, new Object[] { new org.json.JSONObject(message) },
				(Ack) (arguments) -> answer.complete(JSON.readTree(String.valueOf(arguments[0]))));
		return answer;
	}

	/** Everything heard until now, in order. */
	public List<Heard> heard() {
		return new ArrayList<>(this.heard);
	}

	/** What was heard under a name, in order. */
	public List<JsonNode> heard(String name) {
		return this.heard.stream().filter((one) -> one.name().equals(name)).map(Heard::message).toList();
	}

	/** The contents of the posts that were heard of as new, in order. */
	public List<String> posts() {
		return heard("new-post").stream().map((message) -> message.at("/data/content").asString("")).toList();
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
	 * An event that was heard.
	 *
	 * @param name of the event
	 * @param message what came with it
	 */
	public record Heard(String name, JsonNode message) {

		static Heard of(Object[] arguments) {
			return new Heard(String.valueOf(arguments[0]), JSON.readTree(String.valueOf(arguments[1])));
		}

	}

}
