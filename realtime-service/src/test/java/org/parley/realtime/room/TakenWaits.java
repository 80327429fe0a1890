package org.parley.realtime.room;

import java.util.UUID;
import java.util.function.Supplier;

import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.session.SocketSessions;

/** Takes the waits of a socket's user or address, so that a join is refused at once. */
public final class TakenWaits {

	private final PermissionWaits permissionWaits;

	private final SocketSessions socketSessions;

	TakenWaits(PermissionWaits permissionWaits, SocketSessions socketSessions) {
		this.permissionWaits = permissionWaits;
		this.socketSessions = socketSessions;
	}

	/** Makes a request of a socket that may not wait. */
	public <T> T during(UUID socket, Supplier<T> request) {
		var origin = this.socketSessions.find(socket).orElseThrow().origin();
		var taken = 0;
		while (this.permissionWaits.tryAcquire(origin, RoomKind.CONVERSATION, "")) {
			taken++;
		}
		try {
			return request.get();
		}
		finally {
			for (; taken > 0; taken--) {
				this.permissionWaits.release(origin);
			}
		}
	}

}
