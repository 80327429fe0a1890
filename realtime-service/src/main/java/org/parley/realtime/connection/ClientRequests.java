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
 * Handles the requests of clients. Requests of one client run in order, and every answer
 * is an acknowledgement.
 */
@Component
class ClientRequests {

	private static final Logger log = LoggerFactory.getLogger(ClientRequests.class);

	private static final String THREAD = "threadId";

	private final SocketSessions socketSessions;

	private final JoinRoom joinRoom;

	private final Rooms rooms;

	private final AnnounceTyping announceTyping;

	private final AuthenticateSocket authenticateSocket;

	private final MembershipRevoker membershipRevoker;

	ClientRequests(SocketSessions socketSessions, JoinRoom joinRoom, Rooms rooms, AnnounceTyping announceTyping,
			AuthenticateSocket authenticateSocket, MembershipRevoker membershipRevoker) {
		this.socketSessions = socketSessions;
		this.joinRoom = joinRoom;
		this.rooms = rooms;
		this.announceTyping = announceTyping;
		this.authenticateSocket = authenticateSocket;
		this.membershipRevoker = membershipRevoker;
	}

	void join(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			var message = ClientMessage.of(data, Set.of(THREAD, "offset"));
			return this.joinRoom.joinThread(socketSession, message.text(THREAD), message.offset("offset")).answer();
		});
	}

	void leave(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			var threadId = threadId(data);
			this.rooms.leave(Rooms.ofThread(threadId), socketSession);
			socketSession.forgetTyping(threadId);
			return Map.of("ok", true);
		});
	}

	void announceTyping(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			if (!socketSession.identity().covers("threads:write")) {
				throw new MessageRefusedException("auth.scope-missing");
			}
			this.announceTyping.announce(socketSession, threadId(data));
			return Map.of("ok", true);
		});
	}

	void authenticate(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			this.authenticateSocket.authenticate(socketSession, ClientMessage.of(data, Set.of("token")).text("token"));
			this.membershipRevoker.reviewSession(socketSession);
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

	private void handle(SocketIOClient client, AckRequest ack, Request request) {
		this.socketSessions.find(client.getSessionId()).ifPresent((socketSession) -> {
			if (!socketSession.tryAcquireMessage()
					|| !socketSession.enqueue(() -> acknowledge(ack, execute(socketSession, request)))) {
				acknowledge(ack, refusal("limit.exceeded"));
			}
		});
	}

	private static Map<String, Object> execute(SocketSession socketSession, Request request) {
		try {
			return request.execute(socketSession);
		}
		catch (MessageRefusedException ex) {
			return refusal(ex.code());
		}
		catch (DataAccessException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("A client request failed");
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

	/** A request of a client. */
	@FunctionalInterface
	private interface Request {

		Map<String, Object> execute(SocketSession socketSession) throws MessageRefusedException;

	}

}
