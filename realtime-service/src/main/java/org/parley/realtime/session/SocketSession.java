package org.parley.realtime.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** A socket and what is known of it. */
public final class SocketSession {

	private static final int STEP = 20;

	private static final int TRIES = 250;

	private static final int FLOOD = 200;

	private final UUID id;

	private final SocketConnection socketConnection;

	private final String address;

	private final InstantSource clock;

	private final SocketSessionSettings settings;

	private final SocketThrottle socketThrottle;

	private final Instant since;

	private final Set<String> rooms = ConcurrentHashMap.newKeySet();

	private final Map<String, Instant> typing = new ConcurrentHashMap<>();

	private final AtomicInteger refusals = new AtomicInteger();

	private final SocketTaskQueue socketTaskQueue = new SocketTaskQueue();

	private volatile SocketIdentity socketIdentity = SocketIdentity.GUEST;

	private volatile @Nullable Long resumeFrom;

	private volatile boolean closed;

	SocketSession(UUID id, SocketConnection socketConnection, String address, SocketSessionSettings settings,
			InstantSource clock) {
		this.id = id;
		this.socketConnection = socketConnection;
		this.address = address;
		this.settings = settings;
		this.clock = clock;
		this.socketThrottle = new SocketThrottle(settings.messages(), clock);
		this.since = clock.instant();
	}

	public UUID id() {
		return this.id;
	}

	public SocketIdentity identity() {
		return this.socketIdentity;
	}

	/** The client's address, or the network that is one client's. */
	public String address() {
		return this.address;
	}

	/** Who is behind it: the person, else the address. */
	public String origin() {
		var person = this.socketIdentity.userId();
		return person.isEmpty() ? "address-" + this.address : "user-" + person;
	}

	/** The rooms that it is in. */
	public Set<String> rooms() {
		return this.rooms;
	}

	/** Whether it sends no more than it may; counts this message. */
	public boolean mayGoOn() {
		if (this.socketThrottle.admits()) {
			return true;
		}
		if (this.refusals.incrementAndGet() > FLOOD) {
			cut();
		}
		return false;
	}

	/** Whether it is in as many threads as it may be. */
	public boolean isFull() {
		return this.rooms.stream().filter((room) -> room.startsWith("thread-")).count() >= this.settings.rooms();
	}

	/** Whether the others in a thread should be told again that this one types. */
	public boolean maySayTyping(String threadId) {
		var now = this.clock.instant();
		var next = this.typing.merge(threadId, now, (last, _) -> isOld(last, now) ? now : last);
		return next.equals(now);
	}

	private boolean isOld(Instant last, Instant now) {
		return Duration.between(last, now).compareTo(this.settings.typing()) >= 0;
	}

	/** Forgets what is kept of a thread that it has left. */
	public void left(String threadId) {
		this.typing.remove(threadId);
	}

	/** Goes on from an offset that the client has seen last, for a moment. */
	public void resumeFrom(@Nullable Long offset) {
		this.resumeFrom = offset;
	}

	/** What the client has seen last, when it has just come back. */
	public OptionalLong resumesFrom() {
		var offset = this.resumeFrom;
		var recent = this.clock.instant().isBefore(this.since.plus(this.settings.resuming()));
		return (offset != null && recent) ? OptionalLong.of(offset) : OptionalLong.empty();
	}

	/**
	 * Does something for this socket, after what was asked before; false when too much
	 * waits.
	 */
	public boolean inTurn(Runnable work) {
		return this.socketTaskQueue.add(work);
	}

	/** Sends an event; who does not take what was sent before is cut off. */
	public boolean send(String event, Object data) {
		if (this.closed || this.socketConnection.send(event, data)) {
			return true;
		}
		cut();
		return false;
	}

	/**
	 * Sends an event as soon as the client is ready for it, for what may be more than it
	 * takes at once; who is not ready in a while is cut off.
	 */
	public boolean sendPatiently(String event, Object data) {
		for (var tries = 0; tries < TRIES && !this.closed && !this.socketConnection.isReady(); tries++) {
			new CompletableFuture<Void>().completeOnTimeout(null, STEP, TimeUnit.MILLISECONDS).join();
		}
		return send(event, data);
	}

	/** Says why, and ends the socket. */
	public void end(String code) {
		send("session-ended", Map.of("code", code));
		this.socketConnection.end();
	}

	/** Says why, and cuts the socket, so that the client comes back by itself. */
	public void interrupt(String code) {
		send("session-ended", Map.of("code", code));
		cut();
	}

	/** Cuts the socket without a word, as it takes none. */
	public void cut() {
		this.socketConnection.cut();
	}

	public boolean isClosed() {
		return this.closed;
	}

	void identify(SocketIdentity other) {
		this.socketIdentity = other;
	}

	void close() {
		this.closed = true;
	}

	@Override
	public String toString() {
		return "Session " + this.id;
	}

}
