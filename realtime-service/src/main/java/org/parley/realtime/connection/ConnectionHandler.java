package org.parley.realtime.connection;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.SocketIOClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.revocation.SocketRevocations;
import org.parley.realtime.room.JoinRoom;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;

import org.springframework.stereotype.Component;

/**
 * Somebody comes, says who they are, goes on with another token, and leaves. Who says
 * nothing is a guest.
 */
@Component
class ConnectionHandler {

	private static final Set<String> AUTH = Set.of("token", "offset");

	private final SocketSessions socketSessions;

	private final ClientAddresses addresses;

	private final SocketWires socketWires;

	private final SocketTokenVerifier tokens;

	private final SocketRevocations socketRevocations;

	private final JoinRoom joinRoom;

	private final Rooms rooms;

	private final MeterRegistry meters;

	ConnectionHandler(SocketSessions socketSessions, SocketTokenVerifier tokens, SocketRevocations socketRevocations,
			JoinRoom joinRoom, Rooms rooms, SocketWires socketWires, ClientAddresses addresses, MeterRegistry meters) {
		this.socketSessions = socketSessions;
		this.addresses = addresses;
		this.socketWires = socketWires;
		this.tokens = tokens;
		this.socketRevocations = socketRevocations;
		this.joinRoom = joinRoom;
		this.rooms = rooms;
		this.meters = meters;
	}

	void connected(SocketIOClient client) {
		var handshake = client.getHandshakeData();
		this.socketSessions.open(client.getSessionId(), this.socketWires.open(client),
				this.addresses.of(handshake.getHttpHeaders(), handshake.getAddress()));
	}

	/** What a client has sent beside its wish to connect. */
	AuthTokenResult authenticated(Object auth, SocketIOClient client) {
		var socketSession = this.socketSessions.find(client.getSessionId());
		try {
			if (socketSession.isPresent()) {
				authenticate(socketSession.get(), ClientMessage.of(auth, AUTH));
			}
			return AuthTokenResult.AuthTokenResultSuccess;
		}
		catch (MessageRefusedException ex) {
			this.meters.counter("parley.realtime.refused", "code", ex.code()).increment();
			// The refusal goes first; who stays nevertheless is cut off.
			var _ = CompletableFuture.runAsync(
					() -> this.socketWires.find(client.getSessionId()).ifPresent(SocketWire::cut),
					CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
			return new AuthTokenResult(false, Map.of("message", ex.code(), "data", Map.of("code", ex.code())));
		}
	}

	/** The same person goes on with another token, which may be used for less or more. */
	void renewed(SocketSession socketSession, String token) throws MessageRefusedException {
		var identity = this.tokens.identity(token);
		if (!socketSession.identity().isGuest() && !socketSession.identity().userId().equals(identity.userId())) {
			throw new MessageRefusedException("auth.token-invalid");
		}
		if (!this.socketSessions.identify(socketSession, identity)) {
			throw new MessageRefusedException("limit.exceeded");
		}
		if (this.socketRevocations.cover(identity)) {
			socketSession.end("auth.token-revoked");
			throw new MessageRefusedException("auth.token-revoked");
		}
		if (identity.isNotified()) {
			socketSession.inTurn(() -> this.joinRoom.person(socketSession));
		}
		else {
			this.joinRoom.person(socketSession);
		}
	}

	void disconnected(SocketIOClient client) {
		this.socketWires.close(client.getSessionId());
		this.socketSessions.close(client.getSessionId()).ifPresent(this.rooms::leaveAll);
	}

	private void authenticate(SocketSession socketSession, ClientMessage auth) throws MessageRefusedException {
		if (!socketSession.mayGoOn() || !this.socketSessions.admit(socketSession)) {
			throw new MessageRefusedException("limit.exceeded");
		}
		var offset = auth.offset("offset");
		if (offset.isPresent()) {
			socketSession.resumeFrom(offset.getAsLong());
		}
		if (auth.has("token")) {
			renewed(socketSession, auth.text("token"));
		}
	}

}
