package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.RoomRules;
import org.parley.realtime.coverage.Coverage;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.session.SocketSession;

import org.springframework.stereotype.Component;

/** Adds sockets to rooms. */
@Component
public class JoinRoom {

	/** An offset before all events, which makes the replay incomplete. */
	private static final OptionalLong BEFORE_ALL = OptionalLong.of(0);

	private final Rooms rooms;

	private final RoomBroadcaster roomBroadcaster;

	private final RoomRules roomRules;

	private final Coverage coverage;

	private final PermissionWaits permissionWaits;

	private final MeterRegistry meters;

	JoinRoom(Rooms rooms, RoomBroadcaster roomBroadcaster, RoomRules roomRules, Coverage coverage,
			PermissionWaits permissionWaits, MeterRegistry meters) {
		this.rooms = rooms;
		this.roomBroadcaster = roomBroadcaster;
		this.roomRules = roomRules;
		this.coverage = coverage;
		this.permissionWaits = permissionWaits;
		this.meters = meters;
	}

	/**
	 * Adds a socket to a room and replays the events that it missed.
	 * @param offset the last offset that the client received, if any
	 */
	public JoinResult join(SocketSession socketSession, RoomKind kind, String id, OptionalLong offset) {
		var result = enter(socketSession, kind, id, offset);
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
			var member = this.rooms.enter(room, socketSession);
			this.roomBroadcaster.catchUp(room, member, from);
		}
		// Enter first, then check: the token may be replaced in between.
		if (!socketSession.identity().isNotified()) {
			this.rooms.leave(room, socketSession);
		}
	}

	private JoinResult enter(SocketSession socketSession, RoomKind kind, String id, OptionalLong offset) {
		if (!kind.isId(id)) {
			return JoinResult.refused("request.invalid");
		}
		if (!socketSession.identity().covers(kind.readScope())) {
			return JoinResult.refused("auth.scope-missing");
		}
		var room = kind.room(id);
		if (socketSession.isFull() && !socketSession.rooms().contains(room)) {
			return JoinResult.refused("limit.exceeded");
		}
		var from = reliableOffset(offset.isPresent() ? offset : socketSession.resumeOffset());
		// Enter first, then check: the membership may be revoked in between.
		var member = this.rooms.enter(room, socketSession);
		var isIn = false;
		try {
			if (permission(kind, id, socketSession) != ReadPermission.GRANTED) {
				return JoinResult.refused(kind.notFound());
			}
			var joined = new JoinResult("ok", this.roomBroadcaster.catchUp(room, member, from));
			isIn = true;
			return joined;
		}
		finally {
			if (!isIn) {
				this.rooms.leave(room, socketSession);
			}
		}
	}

	/**
	 * Waits until the log is complete, then returns the offset, or {@code BEFORE_ALL} if
	 * the wait timed out. Rights are up to date then, so a join without an offset waits,
	 * too.
	 */
	private OptionalLong reliableOffset(OptionalLong offset) {
		return (this.coverage.awaitComplete() || offset.isEmpty()) ? offset : BEFORE_ALL;
	}

	private ReadPermission permission(RoomKind kind, String id, SocketSession socketSession) {
		return this.permissionWaits.await(socketSession.origin(), kind, id,
				() -> this.roomRules.permission(kind, id, socketSession.identity().caller()));
	}

	/**
	 * The result of a join request.
	 *
	 * @param code {@code ok} or the problem code
	 * @param offset offset after which the client receives all events; null if unknown
	 */
	public record JoinResult(String code, @Nullable Long offset) {

		/** Creates the result of a refused request. */
		public static JoinResult refused(String code) {
			return new JoinResult(code, null);
		}

		public boolean isOk() {
			return this.code.equals("ok");
		}

		/** Returns the acknowledgement for the client. */
		public Map<String, Object> answer() {
			var answer = new LinkedHashMap<String, Object>();
			answer.put("ok", isOk());
			if (!isOk()) {
				answer.put("code", this.code);
			}
			else if (this.offset != null) {
				answer.put("offset", this.offset);
			}
			return answer;
		}

	}

}
