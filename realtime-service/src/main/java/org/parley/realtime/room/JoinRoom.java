package org.parley.realtime.room;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.coverage.Coverage;
import org.parley.realtime.session.SocketSession;

import org.springframework.stereotype.Component;

/** Adds sockets to the rooms of threads and users. */
@Component
public class JoinRoom {

	private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

	private static final int MAX_ATTEMPTS = 20;

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** An offset before all events, which makes the replay incomplete. */
	private static final OptionalLong BEFORE_ALL = OptionalLong.of(0);

	private final Rooms rooms;

	private final RoomBroadcaster roomBroadcaster;

	private final ReadRights readRights;

	private final Coverage coverage;

	private final WaitLimit waitLimit;

	private final MeterRegistry meters;

	JoinRoom(Rooms rooms, RoomBroadcaster roomBroadcaster, ReadRights readRights, Coverage coverage,
			WaitLimit waitLimit, MeterRegistry meters) {
		this.rooms = rooms;
		this.roomBroadcaster = roomBroadcaster;
		this.readRights = readRights;
		this.coverage = coverage;
		this.waitLimit = waitLimit;
		this.meters = meters;
	}

	/**
	 * Adds a socket to a thread's room and replays the events that it missed.
	 * @param offset the last offset that the client received, if any
	 */
	public JoinResult joinThread(SocketSession socketSession, String threadId, OptionalLong offset) {
		var result = join(socketSession, threadId, offset);
		this.meters.counter("parley.realtime.joins", "outcome", result.code()).increment();
		return result;
	}

	/**
	 * Adds a socket to its user's room if its token allows notifications, and removes it
	 * otherwise.
	 */
	public void updatePersonalRoom(SocketSession socketSession) {
		var room = Rooms.ofUser(socketSession.identity().userId());
		if (socketSession.identity().isNotified() && !socketSession.rooms().contains(room)) {
			var from = reliableOffset(socketSession.resumeOffset());
			this.roomBroadcaster.catchUp(room, this.rooms.enter(room, socketSession), from);
		}
		// Enter first, then check: the token may be replaced in between.
		if (!socketSession.identity().isNotified()) {
			this.rooms.leave(room, socketSession);
		}
	}

	/** Checks whether a text has the format of a thread id. */
	public static boolean isId(String text) {
		return ID.matcher(text).matches();
	}

	private JoinResult join(SocketSession socketSession, String threadId, OptionalLong offset) {
		if (!isId(threadId)) {
			return JoinResult.refused("request.invalid");
		}
		var room = Rooms.ofThread(threadId);
		if (socketSession.isFull() && !socketSession.rooms().contains(room)) {
			return JoinResult.refused("limit.exceeded");
		}
		var from = reliableOffset(offset.isPresent() ? offset : socketSession.resumeOffset());
		// Enter first, then check: the membership may be revoked in between.
		var member = this.rooms.enter(room, socketSession);
		var permission = awaitPermission(threadId, socketSession);
		if (permission != ReadPermission.GRANTED) {
			this.rooms.leave(room, socketSession);
			return JoinResult.refused(permission.code());
		}
		return new JoinResult("ok", this.roomBroadcaster.catchUp(room, member, from));
	}

	/**
	 * Waits until the log is complete, then returns the offset, or {@code BEFORE_ALL} if
	 * the wait timed out. Rights are up to date then, so a join without an offset waits,
	 * too.
	 */
	private OptionalLong reliableOffset(OptionalLong offset) {
		return (this.coverage.awaitComplete() || offset.isEmpty()) ? offset : BEFORE_ALL;
	}

	private ReadPermission awaitPermission(String threadId, SocketSession socketSession) {
		var permission = readPermission(threadId, socketSession);
		if (permission == ReadPermission.UNKNOWN && this.waitLimit.tryAcquire(socketSession.origin(), threadId)) {
			try {
				return pollPermission(threadId, socketSession);
			}
			finally {
				this.waitLimit.release(socketSession.origin());
			}
		}
		return permission;
	}

	private ReadPermission pollPermission(String threadId, SocketSession socketSession) {
		var permission = ReadPermission.UNKNOWN;
		for (var attempts = 1; permission == ReadPermission.UNKNOWN && attempts < MAX_ATTEMPTS; attempts++) {
			pause();
			permission = readPermission(threadId, socketSession);
		}
		return permission;
	}

	private ReadPermission readPermission(String threadId, SocketSession socketSession) {
		return this.readRights.readPermission(threadId, socketSession.identity().reader());
	}

	private static void pause() {
		new CompletableFuture<Void>().completeOnTimeout(null, PAUSE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
