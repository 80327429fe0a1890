package org.parley.realtime.gate;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.SocketIOClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.revocation.Revocations;
import org.parley.realtime.room.Joining;
import org.parley.realtime.room.Rooms;
import org.parley.realtime.session.Session;
import org.parley.realtime.session.Sessions;

import org.springframework.stereotype.Component;

/**
 * Somebody comes, says who they are, goes on with another token, and leaves. Who says
 * nothing is a guest.
 */
@Component
class Connecting {

	private static final Set<String> AUTH = Set.of("token", "offset");

	private final Sessions sessions;

	private final ClientAddresses addresses;

	private final Wires wires;

	private final TokenCheck tokens;

	private final Revocations revocations;

	private final Joining joining;

	private final Rooms rooms;

	private final MeterRegistry meters;

	Connecting(Sessions sessions, TokenCheck tokens, Revocations revocations, Joining joining, Rooms rooms, Wires wires,
			ClientAddresses addresses, MeterRegistry meters) {
		this.sessions = sessions;
		this.addresses = addresses;
		this.wires = wires;
		this.tokens = tokens;
		this.revocations = revocations;
		this.joining = joining;
		this.rooms = rooms;
		this.meters = meters;
	}

	void connected(SocketIOClient client) {
		var handshake = client.getHandshakeData();
		this.sessions.open(client.getSessionId(), this.wires.open(client),
				this.addresses.of(handshake.getHttpHeaders(), handshake.getAddress()));
	}

	/** What a client has sent beside its wish to connect. */
	AuthTokenResult authenticated(Object auth, SocketIOClient client) {
		var session = this.sessions.find(client.getSessionId());
		try {
			if (session.isPresent()) {
				authenticate(session.get(), Message.of(auth, AUTH));
			}
			return AuthTokenResult.AuthTokenResultSuccess;
		}
		catch (RefusedException ex) {
			this.meters.counter("parley.realtime.refused", "code", ex.code()).increment();
			// The refusal goes first; who stays nevertheless is cut off.
			var _ = CompletableFuture.runAsync(() -> this.wires.find(client.getSessionId()).ifPresent(SocketWire::cut),
					CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
			return new AuthTokenResult(false, Map.of("message", ex.code(), "data", Map.of("code", ex.code())));
		}
	}

	/** The same person goes on with another token, which may be used for less or more. */
	void renewed(Session session, String token) throws RefusedException {
		var identity = this.tokens.identity(token);
		if (!session.identity().isGuest() && !session.identity().userId().equals(identity.userId())) {
			throw new RefusedException("auth.token-invalid");
		}
		if (!this.sessions.identify(session, identity)) {
			throw new RefusedException("limit.exceeded");
		}
		if (this.revocations.cover(identity)) {
			session.end("auth.token-revoked");
			throw new RefusedException("auth.token-revoked");
		}
		if (identity.isNotified()) {
			session.inTurn(() -> this.joining.person(session));
		}
		else {
			this.joining.person(session);
		}
	}

	void disconnected(SocketIOClient client) {
		this.wires.close(client.getSessionId());
		this.sessions.close(client.getSessionId()).ifPresent(this.rooms::leaveAll);
	}

	private void authenticate(Session session, Message auth) throws RefusedException {
		if (!session.mayGoOn() || !this.sessions.admit(session)) {
			throw new RefusedException("limit.exceeded");
		}
		var offset = auth.offset("offset");
		if (offset.isPresent()) {
			session.resumeFrom(offset.getAsLong());
		}
		if (auth.has("token")) {
			renewed(session, auth.text("token"));
		}
	}

}
