package org.parley.realtime.gate;

import java.util.Map;
import java.util.Set;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.room.Joined;
import org.parley.realtime.room.Joining;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.room.ShowingOut;
import org.parley.realtime.session.Session;
import org.parley.realtime.session.Sessions;
import org.parley.realtime.typing.Typing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What clients ask for, each after what the same one asked before. Every answer is an
 * acknowledgement.
 */
@Component
class Requests {

	private static final Logger log = LoggerFactory.getLogger(Requests.class);

	private static final String THREAD = "threadId";

	private final Sessions sessions;

	private final Joining joining;

	private final Rooms rooms;

	private final Typing typing;

	private final Connecting connecting;

	private final ShowingOut showingOut;

	Requests(Sessions sessions, Joining joining, Rooms rooms, Typing typing, Connecting connecting,
			ShowingOut showingOut) {
		this.sessions = sessions;
		this.joining = joining;
		this.rooms = rooms;
		this.typing = typing;
		this.connecting = connecting;
		this.showingOut = showingOut;
	}

	void join(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (session) -> {
			var message = Message.of(data, Set.of(THREAD, "offset"));
			return this.joining.thread(session, message.text(THREAD), message.offset("offset")).answer();
		});
	}

	void leave(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (session) -> {
			var threadId = threadId(data);
			this.rooms.leave(Rooms.ofThread(threadId), session);
			session.left(threadId);
			return Map.of("ok", true);
		});
	}

	void type(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (session) -> {
			if (!session.identity().covers("threads:write")) {
				throw new RefusedException("auth.scope-missing");
			}
			this.typing.type(session, threadId(data));
			return Map.of("ok", true);
		});
	}

	void authenticate(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (session) -> {
			this.connecting.renewed(session, Message.of(data, Set.of("token")).text("token"));
			this.showingOut.ofSession(session);
			return Map.of("ok", true);
		});
	}

	private static String threadId(@Nullable Object data) throws RefusedException {
		var threadId = Message.of(data, Set.of(THREAD)).text(THREAD);
		if (!Joining.isId(threadId)) {
			throw new RefusedException("request.invalid");
		}
		return threadId;
	}

	private void answer(SocketIOClient client, AckRequest ack, Wish wish) {
		this.sessions.find(client.getSessionId()).ifPresent((session) -> {
			if (!session.mayGoOn() || !session.inTurn(() -> acknowledge(ack, outcome(session, wish)))) {
				acknowledge(ack, refusal("limit.exceeded"));
			}
		});
	}

	private static Map<String, Object> outcome(Session session, Wish wish) {
		try {
			return wish.fulfil(session);
		}
		catch (RefusedException ex) {
			return refusal(ex.code());
		}
		catch (DataAccessException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("A client could not be served");
			return refusal("service.unavailable");
		}
	}

	private static void acknowledge(AckRequest ack, Map<String, Object> answer) {
		if (ack.isAckRequested()) {
			ack.sendAckData(answer);
		}
	}

	private static Map<String, Object> refusal(String code) {
		return Joined.refused(code).answer();
	}

	/** Something that a client wants. */
	@FunctionalInterface
	private interface Wish {

		Map<String, Object> fulfil(Session session) throws RefusedException;

	}

}
