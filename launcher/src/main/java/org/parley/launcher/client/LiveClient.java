package org.parley.launcher.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import org.json.JSONObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who has a thread open and hears at once what happens there, and to them: a
 * Socket.IO connection through the gateway, with the access token of the person, if any.
 */
public final class LiveClient implements AutoCloseable {

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Socket socket;

	private final List<Heard> heard = new CopyOnWriteArrayList<>();

	private final CompletableFuture<String> outcome = new CompletableFuture<>();

	private final CompletableFuture<String> end = new CompletableFuture<>();

	private LiveClient(Socket socket) {
		this.socket = socket;
		socket.onAnyIncoming((arguments) -> this.heard.add(Heard.of(arguments)));
		socket.on(Socket.EVENT_CONNECT, (_) -> this.outcome.complete("ok"));
		socket.on(Socket.EVENT_CONNECT_ERROR, (arguments) -> this.outcome.complete(String.valueOf(arguments[0])));
		socket.on(Socket.EVENT_DISCONNECT, (arguments) -> this.end.complete(String.valueOf(arguments[0])));
	}

	/**
	 * Connects.
	 * @param transport {@code websocket} or {@code polling}
	 * @throws IllegalStateException when the server refuses
	 */
	public static LiveClient connect(ApiUser apiUser, String transport) {
		var live = new LiveClient(IO.socket(apiUser.gateway().address(), options(apiUser, transport)));
		live.socket.connect();
		var outcome = get(live.outcome, "an answer to the wish to connect");
		if (!outcome.equals("ok")) {
			live.close();
			throw new IllegalStateException("The live connection is refused: " + outcome);
		}
		return live;
	}

	private static IO.Options options(ApiUser apiUser, String transport) {
		var options = IO.Options.builder()
			.setTransports(new String[] { transport })
			.setForceNew(true)
			.setReconnection(false);
		var bearer = apiUser.headers().get("Authorization");
		if (bearer != null) {
			options.setAuth(Map.of("token", bearer.substring("Bearer ".length())));
		}
		var from = apiUser.headers().get("X-Forwarded-For");
		if (from != null) {
			options.setExtraHeaders(Map.of("X-Forwarded-For", List.of(from)));
		}
		return options.build();
	}

	/** Joins a thread; answers {@code ok}, or the code of the refusal. */
	public String join(String threadId) {
		var answer = ask("join-thread", Map.of("threadId", threadId));
		return answer.path("ok").asBoolean(false) ? "ok" : answer.path("code").asString("");
	}

	/** Asks for something; answers the acknowledgement. */
	public JsonNode ask(String event, Map<String, ?> message) {
		var answer = new CompletableFuture<JsonNode>();
		this.socket.emit(event, new Object[] { new JSONObject(message) },
				(Ack) (arguments) -> answer.complete(JSON.readTree(String.valueOf(arguments[0]))));
		return get(answer, "an acknowledgement of " + event);
	}

	/**
	 * Waits for an event, which may have been heard before; answers its message.
	 * @throws IllegalStateException when it does not come
	 */
	public JsonNode await(String event, Predicate<JsonNode> which, Duration limit) {
		var until = System.nanoTime() + limit.toNanos();
		while (true) {
			var found = heard(event).stream().filter(which).findFirst();
			if (found.isPresent()) {
				return found.get();
			}
			if (System.nanoTime() > until) {
				throw new IllegalStateException("Heard no such %s in %s; heard %s".formatted(event, limit, this.heard));
			}
			Await.pass(Duration.ofMillis(10));
		}
	}

	/** What was heard under a name until now, in order. */
	public List<JsonNode> heard(String event) {
		return this.heard.stream().filter((one) -> one.event().equals(event)).map(Heard::message).toList();
	}

	/** Waits until the server ends the connection; answers why. */
	public String awaitEnd(Duration limit) {
		return get(this.end.copy().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS), "the end of the connection");
	}

	private static <T> T get(CompletableFuture<T> future, String what) {
		try {
			return Objects.requireNonNull(future.orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS).join());
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("There is not " + what, ex);
		}
	}

	@Override
	public void close() {
		this.socket.disconnect();
		this.socket.close();
	}

	/**
	 * An event that was heard.
	 *
	 * @param event its name
	 * @param message what came with it
	 */
	private record Heard(String event, JsonNode message) {

		static Heard of(Object[] arguments) {
			return new Heard(String.valueOf(arguments[0]), JSON.readTree(String.valueOf(arguments[1])));
		}

	}

}
