package org.parley.realtime.connection;

import java.util.Map;
import java.util.Set;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.room.JoinResult;
import org.parley.realtime.room.JoinRoom;
import org.parley.realtime.room.MembershipRevoker;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;
import org.parley.realtime.typing.AnnounceTyping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What clients ask for, each after what the same one asked before. Every answer is an
 * acknowledgement.
 */
@Component
class ClientRequests {

	private static final Logger log = LoggerFactory.getLogger(ClientRequests.class);

	private static final String THREAD = "threadId";

	private final SocketSessions socketSessions;

	private final JoinRoom joinRoom;

	private final Rooms rooms;

	private final AnnounceTyping announceTyping;

	private final ConnectionHandler connectionHandler;

	private final MembershipRevoker membershipRevoker;

	ClientRequests(SocketSessions socketSessions, JoinRoom joinRoom, Rooms rooms, AnnounceTyping announceTyping,
			ConnectionHandler connectionHandler, MembershipRevoker membershipRevoker) {
		this.socketSessions = socketSessions;
		this.joinRoom = joinRoom;
		this.rooms = rooms;
		this.announceTyping = announceTyping;
		this.connectionHandler = connectionHandler;
		this.membershipRevoker = membershipRevoker;
	}

	void join(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (socketSession) -> {
			var message = ClientMessage.of(data, Set.of(THREAD, "offset"));
			return this.joinRoom.thread(socketSession, message.text(THREAD), message.offset("offset")).answer();
		});
	}

	void leave(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (socketSession) -> {
			var threadId = threadId(data);
			this.rooms.leave(Rooms.ofThread(threadId), socketSession);
			socketSession.left(threadId);
			return Map.of("ok", true);
		});
	}

	void type(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (socketSession) -> {
			if (!socketSession.identity().covers("threads:write")) {
				throw new MessageRefusedException("auth.scope-missing");
			}
			this.announceTyping.type(socketSession, threadId(data));
			return Map.of("ok", true);
		});
	}

	void authenticate(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		answer(client, ack, (socketSession) -> {
			this.connectionHandler.renewed(socketSession, ClientMessage.of(data, Set.of("token")).text("token"));
			this.membershipRevoker.ofSession(socketSession);
			return Map.of("ok", true);
		});
	}

	private static String threadId(@Nullable Object data) throws MessageRefusedException {
		var threadId = ClientMessage.of(data, Set.of(THREAD)).text(THREAD);
		if (!JoinRoom.isId(threadId)) {
			throw new MessageRefusedException("request.invalid");
		}
		return threadId;
	}

	private void answer(SocketIOClient client, AckRequest ack, Wish wish) {
		this.socketSessions.find(client.getSessionId()).ifPresent((socketSession) -> {
			if (!socketSession.mayGoOn()
					|| !socketSession.inTurn(() -> acknowledge(ack, outcome(socketSession, wish)))) {
				acknowledge(ack, refusal("limit.exceeded"));
			}
		});
	}

	private static Map<String, Object> outcome(SocketSession socketSession, Wish wish) {
		try {
			return wish.fulfil(socketSession);
		}
		catch (MessageRefusedException ex) {
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
		return JoinResult.refused(code).answer();
	}

	/** Something that a client wants. */
	@FunctionalInterface
	private interface Wish {

		Map<String, Object> fulfil(SocketSession socketSession) throws MessageRefusedException;

	}

}
