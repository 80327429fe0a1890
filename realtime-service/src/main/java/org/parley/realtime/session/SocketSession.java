package org.parley.realtime.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.task.Pause;

/** An open socket with its identity, rooms and limits. */
public final class SocketSession {

	private static final Duration READY_POLL = Duration.ofMillis(20);

	private static final int MAX_READY_POLLS = 250;

	private static final int MAX_REFUSALS = 200;

	private final UUID id;

	private final SocketConnection socketConnection;

	private final String address;

	private final InstantSource clock;

	private final SocketSessionSettings settings;

	private final SocketThrottle socketThrottle;

	private final Instant openedAt;

	private final Set<String> rooms = ConcurrentHashMap.newKeySet();

	private final Map<String, Instant> typing = new ConcurrentHashMap<>();

	private final AtomicInteger refusals = new AtomicInteger();

	private final SocketTaskQueue socketTaskQueue;

	private volatile SocketIdentity socketIdentity = SocketIdentity.GUEST;

	private volatile @Nullable Long resumeOffset;

	private volatile Instant lastActive;

	private volatile boolean away;

	private volatile boolean closed;

	SocketSession(UUID id, SocketConnection socketConnection, String address, SocketSessionSettings settings,
			InstantSource clock, Set<Thread> tasks) {
		this.id = id;
		this.socketConnection = socketConnection;
		this.address = address;
		this.settings = settings;
		this.clock = clock;
		this.socketThrottle = new SocketThrottle(settings.messages(), clock);
		this.socketTaskQueue = new SocketTaskQueue(tasks);
		this.openedAt = clock.instant();
		this.lastActive = this.openedAt;
	}

	public UUID id() {
		return this.id;
	}

	public SocketIdentity identity() {
		return this.socketIdentity;
	}

	/** Returns the client's address, or its network for IPv6. */
	public String address() {
		return this.address;
	}

	/** Returns a key for limits: the user, or the address for guests. */
	public String origin() {
		var userId = this.socketIdentity.userId();
		return userId.isEmpty() ? "address-" + this.address : "user-" + userId;
	}

	/** Returns the names of the rooms that it is in. */
	public Set<String> rooms() {
		return Collections.unmodifiableSet(this.rooms);
	}

	/**
	 * Acquires a message of the rate limit; too many refused messages cut the connection.
	 */
	public boolean tryAcquireMessage() {
		if (this.socketThrottle.tryAcquire()) {
			return true;
		}
		if (this.refusals.incrementAndGet() > MAX_REFUSALS) {
			cut();
		}
		return false;
	}

	/** Checks whether it has joined the maximum number of rooms. */
	public boolean isFull() {
		return this.rooms.stream().filter((room) -> RoomKind.of(room).isPresent()).count() >= this.settings.rooms();
	}

	/**
	 * Claims the next typing notice in a room; false if the last one was too recent.
	 */
	public boolean claimTypingNotice(String room) {
		var now = this.clock.instant();
		var next = this.typing.merge(room, now, (last, _) -> isOld(last, now) ? now : last);
		return next.equals(now);
	}

	private boolean isOld(Instant last, Instant now) {
		return Duration.between(last, now).compareTo(this.settings.typing()) >= 0;
	}

	/** Records that it is in a room, whose members contain it. */
	public void enter(String room) {
		this.rooms.add(room);
	}

	/** Records that it has left a room; false if it was not in it. */
	public boolean leave(String room) {
		this.typing.remove(room);
		return this.rooms.remove(room);
	}

	/** Returns when the user last did something, as far as the server knows. */
	public Instant lastActive() {
		return this.lastActive;
	}

	/** Records that the user does something. */
	public void markActive() {
		this.lastActive = this.clock.instant();
	}

	/** Checks whether the client says that its user is away. */
	public boolean isAway() {
		return this.away;
	}

	/** Sets whether the user is away, until the client says otherwise. */
	public void setAway(boolean away) {
		this.away = away;
	}

	/**
	 * Sets the last offset that the client received, which is used for joins shortly
	 * after connecting.
	 */
	public void resumeFrom(@Nullable Long offset) {
		this.resumeOffset = offset;
	}

	/**
	 * Returns the last offset that the client received; empty if it did not just
	 * reconnect.
	 */
	public OptionalLong resumeOffset() {
		var offset = this.resumeOffset;
		var recent = this.clock.instant().isBefore(this.openedAt.plus(this.settings.resuming()));
		return (offset != null && recent) ? OptionalLong.of(offset) : OptionalLong.empty();
	}

	/**
	 * Runs a task for this socket after its earlier tasks; false if the queue is full.
	 */
	public boolean enqueue(Runnable task) {
		return this.socketTaskQueue.add(task);
	}

	/** Sends an event; cuts the connection if the client does not read. */
	public boolean send(String event, Object data) {
		if (this.closed || this.socketConnection.send(event, data)) {
			return true;
		}
		cut();
		return false;
	}

	/** Sends an event; cuts the connection if the client does not read. */
	public boolean send(EncodedEvent event) {
		if (this.closed || this.socketConnection.send(event)) {
			return true;
		}
		cut();
		return false;
	}

	/**
	 * Sends an event once the client is ready, for replays that may exceed its buffer;
	 * cuts the connection if it does not become ready in time.
	 */
	public boolean sendWhenReady(EncodedEvent event) {
		for (var polls = 0; polls < MAX_READY_POLLS && !this.closed && !this.socketConnection.isReady(); polls++) {
			Pause.of(READY_POLL);
		}
		return send(event);
	}

	/**
	 * Sends the reason and disconnects the client, which does not reconnect by itself.
	 */
	public void end(String code) {
		send("session-ended", Map.of("code", code));
		this.socketConnection.end();
	}

	/**
	 * Sends the reason and cuts the connection, after which the client reconnects by
	 * itself.
	 */
	public void interrupt(String code) {
		send("session-ended", Map.of("code", code));
		cut();
	}

	/** Cuts the connection without a message. */
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
