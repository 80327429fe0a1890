package org.parley.realtime.room;

import java.util.Map;

import org.parley.realtime.rights.Permission;
import org.parley.realtime.rights.Rights;
import org.parley.realtime.session.Session;

import org.springframework.stereotype.Component;

/** Ends memberships of those who may not read what they are in any more. */
@Component
public class ShowingOut {

	private final Rooms rooms;

	private final Rights rights;

	ShowingOut(Rooms rooms, Rights rights) {
		this.rooms = rooms;
		this.rights = rights;
	}

	/** After something has changed about who may read a thread. */
	public void ofThread(String threadId) {
		var room = Rooms.ofThread(threadId);
		this.rooms.sessions(room).forEach((session) -> review(session, threadId));
	}

	/** After something has changed about who may read a category. */
	public void ofCategory(String categoryId) {
		this.rights.within(categoryId, this.rooms.threads()).forEach(this::ofThread);
	}

	/** After changes that this instance may not have heard. */
	void ofAll() {
		this.rooms.threads().forEach(this::ofThread);
	}

	/** After something has changed about who somebody is. */
	public void ofSession(Session session) {
		session.rooms()
			.stream()
			.filter((room) -> room.startsWith("thread-"))
			.forEach((room) -> review(session, room.substring("thread-".length())));
	}

	private void review(Session session, String threadId) {
		var permission = this.rights.reading(threadId, session.identity().reader());
		if (permission != Permission.GRANTED && this.rooms.leave(Rooms.ofThread(threadId), session)) {
			session.send("membership-ended", Map.of("threadId", threadId, "code", permission.code()));
		}
	}

}
