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

/** Somebody wants to hear what happens in a thread, or to them. */
@Component
public class JoinRoom {

	private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

	private static final int TRIES = 20;

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** An offset of before all: what was missed since is not known. */
	private static final OptionalLong UNCERTAIN = OptionalLong.of(0);

	private final Rooms rooms;

	private final RoomBroadcaster roomBroadcaster;

	private final ReadRights readRights;

	private final Coverage coverage;

	private final WaitLimit waits;

	private final MeterRegistry meters;

	JoinRoom(Rooms rooms, RoomBroadcaster roomBroadcaster, ReadRights readRights, Coverage coverage, WaitLimit waits,
			MeterRegistry meters) {
		this.rooms = rooms;
		this.roomBroadcaster = roomBroadcaster;
		this.readRights = readRights;
		this.coverage = coverage;
		this.waits = waits;
		this.meters = meters;
	}

	/**
	 * Lets a socket into the room of a thread, and tells what it has missed there.
	 * @param offset what the client has heard last, if it was here before
	 */
	public JoinResult thread(SocketSession socketSession, String threadId, OptionalLong offset) {
		var joined = join(socketSession, threadId, offset);
		this.meters.counter("parley.realtime.joins", "outcome", joined.code()).increment();
		return joined;
	}

	/**
	 * Lets a socket into the room of the person behind it, if its token is for that, and
	 * out of it if not.
	 */
	public void person(SocketSession socketSession) {
		var room = Rooms.ofPerson(socketSession.identity().userId());
		if (socketSession.identity().isNotified() && !socketSession.rooms().contains(room)) {
			var from = reliable(socketSession.resumesFrom());
			this.roomBroadcaster.welcome(room, this.rooms.enter(room, socketSession), from);
		}
		// In first, checked then: who goes on with another token meanwhile is out.
		if (!socketSession.identity().isNotified()) {
			this.rooms.leave(room, socketSession);
		}
	}

	/** Whether something is an id as threads have one. */
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
		var from = reliable(offset.isPresent() ? offset : socketSession.resumesFrom());
		// In first, checked then: who is shown out while this goes on is out.
		var member = this.rooms.enter(room, socketSession);
		var permission = permission(threadId, socketSession);
		if (permission != ReadPermission.GRANTED) {
			this.rooms.leave(room, socketSession);
			return JoinResult.refused(permission.code());
		}
		return new JoinResult("ok", this.roomBroadcaster.welcome(room, member, from));
	}

	/**
	 * The offset, once the log has everything that was published before this instance
	 * listened. Rights are as new then, so a join without an offset waits, too.
	 */
	private OptionalLong reliable(OptionalLong offset) {
		return (this.coverage.await() || offset.isEmpty()) ? offset : UNCERTAIN;
	}

	private ReadPermission permission(String threadId, SocketSession socketSession) {
		var permission = ask(threadId, socketSession);
		if (permission == ReadPermission.UNKNOWN && this.waits.begin(socketSession.origin(), threadId)) {
			try {
				return await(threadId, socketSession);
			}
			finally {
				this.waits.end(socketSession.origin());
			}
		}
		return permission;
	}

	private ReadPermission await(String threadId, SocketSession socketSession) {
		var permission = ReadPermission.UNKNOWN;
		for (var tries = 1; permission == ReadPermission.UNKNOWN && tries < TRIES; tries++) {
			pause();
			permission = ask(threadId, socketSession);
		}
		return permission;
	}

	private ReadPermission ask(String threadId, SocketSession socketSession) {
		return this.readRights.reading(threadId, socketSession.identity().reader());
	}

	private static void pause() {
		new CompletableFuture<Void>().completeOnTimeout(null, PAUSE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
