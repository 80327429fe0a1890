package org.parley.realtime.connection;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.SocketIOClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.connection.handshake.ClientAddresses;
import org.parley.realtime.connection.packet.SocketWire;
import org.parley.realtime.connection.packet.SocketWires;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;

import org.springframework.stereotype.Component;

/**
 * Opens, authenticates and closes socket sessions. A client without a token is a guest.
 */
@Component
class ConnectionHandler {

	private static final Set<String> AUTH = Set.of("token", "offset");

	private final SocketSessions socketSessions;

	private final ClientAddresses addresses;

	private final SocketWires socketWires;

	private final AuthenticateSocket authenticateSocket;

	private final Rooms rooms;

	private final MeterRegistry meters;

	ConnectionHandler(SocketSessions socketSessions, AuthenticateSocket authenticateSocket, Rooms rooms,
			SocketWires socketWires, ClientAddresses addresses, MeterRegistry meters) {
		this.socketSessions = socketSessions;
		this.addresses = addresses;
		this.socketWires = socketWires;
		this.authenticateSocket = authenticateSocket;
		this.rooms = rooms;
		this.meters = meters;
	}

	void onConnect(SocketIOClient client) {
		var handshake = client.getHandshakeData();
		this.socketSessions.open(client.getSessionId(), this.socketWires.open(client),
				this.addresses.resolve(handshake.getHttpHeaders(), handshake.getAddress()));
	}

	/** Authenticates a new connection with the data of its connect packet. */
	AuthTokenResult onAuthenticate(Object auth, SocketIOClient client) {
		var socketSession = this.socketSessions.find(client.getSessionId());
		try {
			if (socketSession.isPresent()) {
				authenticate(socketSession.get(), ClientMessage.of(auth, AUTH));
			}
			return AuthTokenResult.AuthTokenResultSuccess;
		}
		catch (MessageRefusedException ex) {
			this.meters.counter("parley.realtime.refused", "code", ex.code()).increment();
			// The refusal is sent first; the connection is cut if the client does not
			// close it.
			var _ = CompletableFuture.runAsync(
					() -> this.socketWires.find(client.getSessionId()).ifPresent(SocketWire::cut),
					CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
			return new AuthTokenResult(false, Map.of("message", ex.code(), "data", Map.of("code", ex.code())));
		}
	}

	void onDisconnect(SocketIOClient client) {
		this.socketWires.close(client.getSessionId());
		this.socketSessions.close(client.getSessionId()).ifPresent(this.rooms::leaveAll);
	}

	private void authenticate(SocketSession socketSession, ClientMessage auth) throws MessageRefusedException {
		if (!socketSession.tryAcquireMessage() || !this.socketSessions.admit(socketSession)) {
			throw new MessageRefusedException("limit.exceeded");
		}
		var offset = auth.offset("offset");
		if (offset.isPresent()) {
			socketSession.resumeFrom(offset.getAsLong());
		}
		if (auth.has("token")) {
			this.authenticateSocket.authenticate(socketSession, auth.text("token"));
		}
	}

}
