package org.parley.realtime.room;

import java.util.Map;

import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.session.SocketSession;

import org.springframework.stereotype.Component;

/** Ends memberships of sockets that may no longer read a thread. */
@Component
public class MembershipRevoker {

	private final Rooms rooms;

	private final ReadRights readRights;

	MembershipRevoker(Rooms rooms, ReadRights readRights) {
		this.rooms = rooms;
		this.readRights = readRights;
	}

	/** Reviews the members of a thread's room. */
	public void reviewThread(String threadId) {
		var room = Rooms.ofThread(threadId);
		this.rooms.sessions(room).forEach((socketSession) -> review(socketSession, threadId));
	}

	/** Reviews the members of the rooms of a category's threads. */
	public void reviewCategory(String categoryId) {
		this.readRights.threadsInCategory(categoryId, this.rooms.threadIds()).forEach(this::reviewThread);
	}

	/** Reviews all members, after events that this instance may have missed. */
	void reviewAll() {
		this.rooms.threadIds().forEach(this::reviewThread);
	}

	/** Reviews the memberships of a socket whose identity has changed. */
	public void reviewSession(SocketSession socketSession) {
		socketSession.rooms()
			.stream()
			.filter((room) -> room.startsWith("thread-"))
			.forEach((room) -> review(socketSession, room.substring("thread-".length())));
	}

	private void review(SocketSession socketSession, String threadId) {
		var permission = this.readRights.readPermission(threadId, socketSession.identity().reader());
		if (permission != ReadPermission.GRANTED && this.rooms.leave(Rooms.ofThread(threadId), socketSession)) {
			socketSession.send("membership-ended", Map.of("threadId", threadId, "code", permission.code()));
		}
	}

}
