package org.parley.resilience.follower;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.json.JSONObject;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as docs/realtime.md describes: it stores the highest offset of each thread,
 * uses it to rejoin, and reads a thread only at the first join or after a resync event.
 */
final class Follower implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PAUSE = Duration.ofMillis(300);

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	/** The client that the library shares sends five requests to a server at a time. */
	private static final OkHttpClient CLIENT = client();

	private final String name;

	private final String transport;

	private final ApiUser guest;

	private final Map<String, FollowedThread> threads;

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger reloads = new AtomicInteger();

	private final Thread thread;

	private volatile boolean over;

	Follower(String name, String transport, ApiUser guest, Map<String, FollowedThread> threads) {
		this.name = name;
		this.transport = transport;
		this.guest = guest;
		this.threads = threads;
		this.thread = Thread.startVirtualThread(this::follow);
	}

	/** Returns the state of a thread. */
	FollowedThread thread(String id) {
		return this.threads.getOrDefault(id, new FollowedThread());
	}

	/** Checks that it has joined all threads and has no pending reload. */
	boolean isCaughtUp() {
		return this.threads.values().stream().allMatch(FollowedThread::isCaughtUp);
	}

	int connections() {
		return this.connections.get();
	}

	int reloads() {
		return this.reloads.get();
	}

	@Override
	public String toString() {
		return this.name + " (" + this.transport + ")";
	}

	private void follow() {
		while (!this.over) {
			connectUntilDisconnected();
			Await.sleep(PAUSE);
		}
	}

	private void connectUntilDisconnected() {
		var end = new CompletableFuture<String>();
		var socket = IO.socket(this.guest.gateway().address(), options());
		socket.onAnyIncoming((arguments) -> onEvent(String.valueOf(arguments[0]), read(arguments[1])));
		socket.on(Socket.EVENT_DISCONNECT, (_) -> end.complete("gone"));
		socket.on(Socket.EVENT_CONNECT_ERROR, (_) -> end.complete("refused"));
		socket.on(Socket.EVENT_CONNECT, (_) -> Thread.startVirtualThread(() -> joinAll(socket, end)));
		socket.connect();
		var deadline = System.nanoTime() + TIMEOUT.toNanos();
		while (!this.over && !end.isDone()) {
			Await.sleep(PAUSE);
			// A server that is killed during the handshake never answers it.
			if (!socket.connected() && System.nanoTime() > deadline) {
				end.complete("not connected");
			}
		}
		socket.disconnect();
		socket.close();
		this.threads.values().forEach(FollowedThread::markLeft);
	}

	private IO.Options options() {
		var options = IO.Options.builder()
			.setTransports(new String[] { this.transport })
			.setForceNew(true)
			.setReconnection(false)
			.setExtraHeaders(Map.of("X-Forwarded-For", List.of(this.guest.headers().get("X-Forwarded-For"))))
			.build();
		options.callFactory = CLIENT;
		options.webSocketFactory = CLIENT;
		return options;
	}

	private static OkHttpClient client() {
		var dispatcher = new Dispatcher();
		dispatcher.setMaxRequests(Integer.MAX_VALUE);
		dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
		// As the library's own client: the server answers a poll when there is an event.
		return new OkHttpClient.Builder().dispatcher(dispatcher).readTimeout(1, TimeUnit.MINUTES).build();
	}

	private void joinAll(Socket socket, CompletableFuture<String> end) {
		this.connections.incrementAndGet();
		try {
			this.threads.forEach((id, followed) -> join(socket, id, followed));
		}
		catch (RuntimeException ex) {
			end.complete("no answer");
		}
	}

	private void join(Socket socket, String id, FollowedThread followed) {
		var offset = followed.hasBeenRead() ? followed.offset() : 0;
		var answer = new CompletableFuture<JsonNode>();
		var request = new JSONObject((offset > 0) ? Map.of("threadId", id, "offset", offset) : Map.of("threadId", id));
		socket.emit("join-thread", new Object[] { request }, (Ack) (arguments) -> answer.complete(read(arguments[0])));
		var joined = answer.orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).join();
		if (!joined.path("ok").asBoolean(false)) {
			throw new IllegalStateException("The join was refused: " + joined);
		}
		followed.advanceTo(joined.path("offset").asLong(0));
		if (offset == 0) {
			reload(id, followed);
		}
		followed.markJoined();
	}

	private void onEvent(String event, JsonNode message) {
		var id = message.path("threadId").asString("");
		var followed = this.threads.get(id);
		if (followed == null) {
			return;
		}
		followed.advanceTo(message.path("offset").asLong(0));
		switch (event) {
			case "new-post", "post-updated" -> followed.add(message.at("/data/id").asString());
			case "resync" -> {
				this.reloads.incrementAndGet();
				reload(id, followed);
			}
			default -> {
				// Other events do not add posts.
			}
		}
	}

	private void reload(String id, FollowedThread followed) {
		followed.markReading();
		Thread.startVirtualThread(() -> {
			while (!this.over && !tryRead(id, followed)) {
				Await.sleep(PAUSE);
			}
			followed.markRead();
		});
	}

	private boolean tryRead(String id, FollowedThread followed) {
		try {
			var next = "/threads/%s/posts?limit=100".formatted(id);
			while (!next.isEmpty()) {
				var page = this.guest.with("Cache-Control", "no-cache").get(next).is(200);
				page.at("/data").forEach((post) -> followed.add(post.path("id").asString()));
				var cursor = page.text("/meta/pagination/next");
				next = cursor.isEmpty() ? "" : "/threads/%s/posts?limit=100&cursor=%s".formatted(id, cursor);
			}
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private static JsonNode read(Object argument) {
		return JSON.readTree(String.valueOf(argument));
	}

	@Override
	public void close() {
		this.over = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
