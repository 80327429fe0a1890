package org.parley.realtime.room;

import java.util.Map;

import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.session.SocketSession;

import org.springframework.stereotype.Component;

/** Ends memberships of those who may not read what they are in any more. */
@Component
public class MembershipRevoker {

	private final Rooms rooms;

	private final ReadRights readRights;

	MembershipRevoker(Rooms rooms, ReadRights readRights) {
		this.rooms = rooms;
		this.readRights = readRights;
	}

	/** After something has changed about who may read a thread. */
	public void ofThread(String threadId) {
		var room = Rooms.ofThread(threadId);
		this.rooms.sessions(room).forEach((socketSession) -> review(socketSession, threadId));
	}

	/** After something has changed about who may read a category. */
	public void ofCategory(String categoryId) {
		this.readRights.within(categoryId, this.rooms.threads()).forEach(this::ofThread);
	}

	/** After changes that this instance may not have heard. */
	void ofAll() {
		this.rooms.threads().forEach(this::ofThread);
	}

	/** After something has changed about who somebody is. */
	public void ofSession(SocketSession socketSession) {
		socketSession.rooms()
			.stream()
			.filter((room) -> room.startsWith("thread-"))
			.forEach((room) -> review(socketSession, room.substring("thread-".length())));
	}

	private void review(SocketSession socketSession, String threadId) {
		var permission = this.readRights.reading(threadId, socketSession.identity().reader());
		if (permission != ReadPermission.GRANTED && this.rooms.leave(Rooms.ofThread(threadId), socketSession)) {
			socketSession.send("membership-ended", Map.of("threadId", threadId, "code", permission.code()));
		}
	}

}
