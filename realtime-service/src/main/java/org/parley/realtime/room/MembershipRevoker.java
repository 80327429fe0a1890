package org.parley.realtime.room;

import java.util.Map;

import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.RoomRules;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;

import org.springframework.stereotype.Component;

/** Ends memberships of sockets that may no longer be in a room. */
@Component
public class MembershipRevoker {

	private final Rooms rooms;

	private final RoomRules roomRules;

	private final SocketSessions socketSessions;

	MembershipRevoker(Rooms rooms, RoomRules roomRules, SocketSessions socketSessions) {
		this.rooms = rooms;
		this.roomRules = roomRules;
		this.socketSessions = socketSessions;
	}

	/** Reviews the members of a room. */
	public void review(String room) {
		this.rooms.sessions(room).forEach((socketSession) -> review(socketSession, room));
	}

	/** Reviews the sockets of a user in a room. */
	public void review(String room, String userId) {
		this.rooms.sessions(room)
			.stream()
			.filter((socketSession) -> socketSession.identity().userId().equals(userId))
			.forEach((socketSession) -> review(socketSession, room));
	}

	/** Reviews the members of the rooms that depend on a category or a person. */
	public void reviewDependingOn(String id) {
		this.roomRules.dependingOn(id, this.rooms.names()).forEach(this::review);
	}

	/** Reviews all memberships of a user. */
	public void reviewUser(String userId) {
		this.socketSessions.findByUser(userId).forEach(this::reviewSession);
	}

	/** Reviews all members, after events that this instance may have missed. */
	void reviewAll() {
		this.rooms.names().forEach(this::review);
	}

	/** Reviews the memberships of a socket whose identity has changed. */
	public void reviewSession(SocketSession socketSession) {
		socketSession.rooms().forEach((room) -> review(socketSession, room));
	}

	private void review(SocketSession socketSession, String room) {
		RoomKind.of(room).ifPresent((kind) -> {
			var identity = socketSession.identity();
			var permission = this.roomRules.permission(kind, kind.id(room), identity.caller());
			var stays = permission == ReadPermission.GRANTED && identity.covers(kind.readScope());
			if (!stays && this.rooms.leave(room, socketSession)) {
				socketSession.send("membership-ended", Map.of(kind.property(), kind.id(room), "code", kind.notFound()));
			}
		});
	}

}
