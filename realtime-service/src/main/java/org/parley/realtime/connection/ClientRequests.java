package org.parley.realtime.connection;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.message.MessageSender;
import org.parley.realtime.message.MessageSender.NewMessage;
import org.parley.realtime.room.JoinRoom;
import org.parley.realtime.room.JoinRoom.JoinResult;
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

	private static final Set<String> PROPERTIES = Stream.of(RoomKind.values())
		.filter(RoomKind::isTalk)
		.map(RoomKind::property)
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> STATES = Set.of("online", "away");

	private final SocketSessions socketSessions;

	private final JoinRoom joinRoom;

	private final Rooms rooms;

	private final AnnounceTyping announceTyping;

	private final AuthenticateSocket authenticateSocket;

	private final MessageSender messageSender;

	ClientRequests(SocketSessions socketSessions, JoinRoom joinRoom, Rooms rooms, AnnounceTyping announceTyping,
			AuthenticateSocket authenticateSocket, MessageSender messageSender) {
		this.socketSessions = socketSessions;
		this.joinRoom = joinRoom;
		this.rooms = rooms;
		this.announceTyping = announceTyping;
		this.authenticateSocket = authenticateSocket;
		this.messageSender = messageSender;
	}

	void join(RoomKind kind, SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			var message = ClientMessage.of(data, Set.of(kind.property(), "offset"));
			return this.joinRoom.join(socketSession, kind, message.text(kind.property()), message.offset("offset"))
				.answer();
		});
	}

	void leave(RoomKind kind, SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			var room = kind.room(id(ClientMessage.of(data, Set.of(kind.property())), kind));
			this.rooms.leave(room, socketSession);
			return Map.of("ok", true);
		});
	}

	/** The only property of the message decides the kind of the room. */
	void announceTyping(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			var message = ClientMessage.of(data, PROPERTIES);
			var kind = Stream.of(RoomKind.values())
				.filter((one) -> one.isTalk() && message.fields().keySet().equals(Set.of(one.property())))
				.findFirst()
				.orElseThrow(() -> new MessageRefusedException("request.invalid"));
			requireScope(socketSession, kind);
			socketSession.markActive();
			this.announceTyping.announce(socketSession, kind.room(id(message, kind)));
			return Map.of("ok", true);
		});
	}

	void sendMessage(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			var message = ClientMessage.of(data,
					Set.of("conversationId", "text", "clientId", "replyTo", "attachments"));
			var conversationId = id(message, RoomKind.CONVERSATION);
			if (socketSession.identity().isGuest()) {
				throw new MessageRefusedException("auth.required");
			}
			requireScope(socketSession, RoomKind.CONVERSATION);
			socketSession.markActive();
			return this.messageSender
				.send(conversationId,
						new NewMessage(message.has("attachments") ? message.optionalText("text") : message.text("text"),
								message.text("clientId"), message.optionalText("replyTo"),
								message.texts("attachments")),
						socketSession.identity().token())
				.answer();
		});
	}

	void setPresence(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			var state = ClientMessage.of(data, Set.of("state")).text("state");
			if (!STATES.contains(state)) {
				throw new MessageRefusedException("request.invalid");
			}
			if (socketSession.identity().isGuest()) {
				throw new MessageRefusedException("auth.required");
			}
			socketSession.setAway(state.equals("away"));
			socketSession.markActive();
			return Map.of("ok", true);
		});
	}

	void authenticate(SocketIOClient client, @Nullable Object data, AckRequest ack) {
		handle(client, ack, (socketSession) -> {
			this.authenticateSocket.authenticate(socketSession, ClientMessage.of(data, Set.of("token")).text("token"));
			return Map.of("ok", true);
		});
	}

	private static String id(ClientMessage message, RoomKind kind) throws MessageRefusedException {
		var id = message.text(kind.property());
		if (!kind.isId(id)) {
			throw new MessageRefusedException("request.invalid");
		}
		return id;
	}

	private static void requireScope(SocketSession socketSession, RoomKind kind) throws MessageRefusedException {
		if (!socketSession.identity().covers(kind.writeScope())) {
			throw new MessageRefusedException("auth.scope-missing");
		}
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
