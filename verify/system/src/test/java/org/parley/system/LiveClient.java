package org.parley.system;

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
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Socket.IO client that connects through the gateway, with the user's access token if
 * there is one, and records the events it receives.
 */
public final class LiveClient implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Socket socket;

	private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();

	private final CompletableFuture<String> outcome = new CompletableFuture<>();

	private LiveClient(Socket socket) {
		this.socket = socket;
		socket.onAnyIncoming((arguments) -> this.received.add(ReceivedEvent.of(arguments)));
		socket.on(Socket.EVENT_CONNECT, (_) -> this.outcome.complete("ok"));
		socket.on(Socket.EVENT_CONNECT_ERROR, (arguments) -> this.outcome.complete(String.valueOf(arguments[0])));
	}

	/**
	 * Connects.
	 * @param transport {@code websocket} or {@code polling}
	 * @throws IllegalStateException if the server refuses the connection
	 */
	public static LiveClient connect(ApiUser apiUser, String transport) {
		var live = new LiveClient(IO.socket(apiUser.gateway().address(), options(apiUser, transport)));
		live.socket.connect();
		var outcome = get(live.outcome, "response to the connect packet");
		if (!outcome.equals("ok")) {
			live.close();
			throw new IllegalStateException("The Socket.IO connection was refused: " + outcome);
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

	/** Joins a thread; returns {@code ok} or the problem code. */
	public String join(String threadId) {
		var answer = ask("join-thread", Map.of("threadId", threadId));
		return answer.path("ok").asBoolean(false) ? "ok" : answer.path("code").asString("");
	}

	/** Sends a request; returns the acknowledgement. */
	public JsonNode ask(String event, Map<String, ?> message) {
		var answer = new CompletableFuture<JsonNode>();
		this.socket.emit(event, new Object[] { new JSONObject(message) },
				(Ack) (arguments) -> answer.complete(JSON.readTree(String.valueOf(arguments[0]))));
		return get(answer, "acknowledgement of " + event);
	}

	/**
	 * Waits for an event, which may have been received already; returns its message.
	 * @throws IllegalStateException on a timeout
	 */
	public JsonNode await(String event, Predicate<JsonNode> condition, Duration timeout) {
		var until = System.nanoTime() + timeout.toNanos();
		while (true) {
			var found = received(event).stream().filter(condition).findFirst();
			if (found.isPresent()) {
				return found.get();
			}
			if (System.nanoTime() > until) {
				throw new IllegalStateException(
						"No matching %s within %s; received %s".formatted(event, timeout, this.received));
			}
			Await.sleep(Duration.ofMillis(10));
		}
	}

	/** Returns the messages received under a name, in order. */
	public List<JsonNode> received(String event) {
		return this.received.stream()
			.filter((received) -> received.event().equals(event))
			.map(ReceivedEvent::message)
			.toList();
	}

	private static <T> T get(CompletableFuture<T> future, String what) {
		try {
			return Objects.requireNonNull(future.orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).join());
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("Timed out waiting for: " + what, ex);
		}
	}

	@Override
	public void close() {
		this.socket.disconnect();
		this.socket.close();
	}

	/**
	 * A received event.
	 *
	 * @param event the event's name
	 * @param message the event's message
	 */
	private record ReceivedEvent(String event, JsonNode message) {

		static ReceivedEvent of(Object[] arguments) {
			return new ReceivedEvent(String.valueOf(arguments[0]), JSON.readTree(String.valueOf(arguments[1])));
		}

	}

}
