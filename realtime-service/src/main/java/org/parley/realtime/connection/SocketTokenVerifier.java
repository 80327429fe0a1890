package org.parley.realtime.connection;

import java.util.stream.Stream;

import org.parley.platform.security.proof.Confirmation;
import org.parley.platform.security.revocation.Revocations;
import org.parley.platform.security.token.PersonalTokenFormat;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.personaltoken.SocketTokenExchange;
import org.parley.realtime.session.SocketIdentity;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Verifies access tokens as the other services do, and personal access tokens by the
 * access tokens that auth-service gives for them.
 */
@Component
class SocketTokenVerifier {

	private final JwtDecoder tokens;

	private final SocketTokenExchange socketTokenExchange;

	private final Revocations revocations;

	SocketTokenVerifier(JwtDecoder tokens, SocketTokenExchange socketTokenExchange, Revocations revocations) {
		this.tokens = tokens;
		this.socketTokenExchange = socketTokenExchange;
		this.revocations = revocations;
	}

	/**
	 * Verifies a token and returns its identity. The token needs a scope that reads in
	 * rooms; which one is checked where it is needed.
	 */
	SocketIdentity verify(String token) throws MessageRefusedException {
		var decoded = decode(token);
		if (Confirmation.isDemandedBy(decoded)) {
			throw new MessageRefusedException("auth.proof-required");
		}
		var identity = SocketIdentity.of(decoded);
		if (Stream.of(RoomKind.values()).noneMatch((kind) -> identity.covers(kind.readScope()))) {
			throw new MessageRefusedException("auth.scope-missing");
		}
		if (this.revocations.contain(identity.userId(), identity.sessionId(), identity.version())) {
			throw new MessageRefusedException("auth.token-revoked");
		}
		return identity;
	}

	private Jwt decode(String token) throws MessageRefusedException {
		try {
			var signed = PersonalTokenFormat.matches(token) ? this.socketTokenExchange.exchange(token) : token;
			return this.tokens.decode(signed);
		}
		catch (BadJwtException ex) {
			throw new MessageRefusedException("auth.token-invalid");
		}
		catch (JwtException ex) {
			throw new MessageRefusedException("auth.unavailable");
		}
	}

}
