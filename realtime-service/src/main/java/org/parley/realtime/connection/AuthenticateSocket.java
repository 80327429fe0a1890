package org.parley.realtime.connection;

import org.parley.platform.security.revocation.Revocations;
import org.parley.realtime.room.JoinRoom;
import org.parley.realtime.room.MembershipRevoker;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;

import org.springframework.stereotype.Component;

/** Authenticates a socket with an access token, when it connects and later. */
@Component
class AuthenticateSocket {

	private final SocketSessions socketSessions;

	private final SocketTokenVerifier tokenVerifier;

	private final Revocations revocations;

	private final JoinRoom joinRoom;

	private final MembershipRevoker membershipRevoker;

	AuthenticateSocket(SocketSessions socketSessions, SocketTokenVerifier tokenVerifier, Revocations revocations,
			JoinRoom joinRoom, MembershipRevoker membershipRevoker) {
		this.socketSessions = socketSessions;
		this.tokenVerifier = tokenVerifier;
		this.revocations = revocations;
		this.joinRoom = joinRoom;
		this.membershipRevoker = membershipRevoker;
	}

	/**
	 * Verifies a token and gives its identity to the socket. A socket that has a user
	 * already accepts only tokens of the same user.
	 */
	void authenticate(SocketSession socketSession, String token) throws MessageRefusedException {
		var identity = this.tokenVerifier.verify(token);
		if (!socketSession.identity().isGuest() && !socketSession.identity().userId().equals(identity.userId())) {
			throw new MessageRefusedException("auth.token-invalid");
		}
		if (!this.socketSessions.identify(socketSession, identity)) {
			throw new MessageRefusedException("limit.exceeded");
		}
		if (this.revocations.contain(identity.userId(), identity.sessionId(), identity.version())) {
			socketSession.end("auth.token-revoked");
			throw new MessageRefusedException("auth.token-revoked");
		}
		this.membershipRevoker.reviewSession(socketSession);
		if (identity.isNotified()) {
			socketSession.enqueue(() -> this.joinRoom.updatePersonalRoom(socketSession));
		}
		else {
			this.joinRoom.updatePersonalRoom(socketSession);
		}
	}

}
