package org.parley.realtime.revocation;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.session.SocketIdentity;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;

import org.springframework.stereotype.Component;

/**
 * The revoked tokens, remembered for the lifetime of a token. Sockets with a revoked
 * token are closed at once. Applying a revocation again has no effect.
 */
@Component
public class SocketRevocations {

	/** Slightly longer than the lifetime of a token. */
	private static final Duration TTL = Duration.ofMinutes(16);

	private final Cache<String, Boolean> sessions = Caffeine.newBuilder().expireAfterWrite(TTL).build();

	private final Cache<String, Long> versions = Caffeine.newBuilder().expireAfterWrite(TTL).build();

	private final SocketSessions socketSessions;

	private final MeterRegistry meters;

	SocketRevocations(SocketSessions socketSessions, MeterRegistry meters) {
		this.socketSessions = socketSessions;
		this.meters = meters;
	}

	/** Checks whether an identity's token is revoked. */
	public boolean isRevoked(SocketIdentity socketIdentity) {
		var least = this.versions.getIfPresent(socketIdentity.userId());
		return this.sessions.getIfPresent(socketIdentity.sessionId()) != null
				|| (least != null && socketIdentity.version() < least);
	}

	/** Revokes the tokens of a session. */
	void revokeSession(String sessionId) {
		this.sessions.put(sessionId, true);
		this.socketSessions.findAll()
			.stream()
			.filter((socketSession) -> socketSession.identity().sessionId().equals(sessionId))
			.forEach(this::end);
	}

	/** Revokes a user's tokens below a version. */
	void revokeTokensBelow(String userId, long version) {
		this.versions.asMap().merge(userId, version, Math::max);
		this.socketSessions.findByUser(userId)
			.stream()
			.filter((socketSession) -> socketSession.identity().version() < version)
			.forEach(this::end);
	}

	void apply(SocketRevocation socketRevocation) {
		var sid = socketRevocation.sid();
		var userId = socketRevocation.userId();
		var version = socketRevocation.ver();
		if (sid != null) {
			revokeSession(sid);
		}
		else if (userId != null && version != null) {
			revokeTokensBelow(userId, version);
		}
	}

	private void end(SocketSession socketSession) {
		this.meters.counter("parley.realtime.revoked").increment();
		socketSession.end("auth.token-revoked");
	}

}
