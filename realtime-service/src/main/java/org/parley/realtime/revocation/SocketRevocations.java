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
 * Which tokens count no more, for as long as there may be one of them; whoever holds such
 * a socket loses it at once. It may be told the same on several ways.
 */
@Component
public class SocketRevocations {

	/** A little longer than a token counts. */
	private static final Duration KEPT = Duration.ofMinutes(16);

	private final Cache<String, Boolean> sessions = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

	private final Cache<String, Long> versions = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

	private final SocketSessions open;

	private final MeterRegistry meters;

	SocketRevocations(SocketSessions open, MeterRegistry meters) {
		this.open = open;
		this.meters = meters;
	}

	/** Whether somebody's token counts no more. */
	public boolean cover(SocketIdentity socketIdentity) {
		var least = this.versions.getIfPresent(socketIdentity.userId());
		return this.sessions.getIfPresent(socketIdentity.sessionId()) != null
				|| (least != null && socketIdentity.version() < least);
	}

	/** The tokens of one session count no more. */
	void ofSession(String sessionId) {
		this.sessions.put(sessionId, true);
		this.open.all()
			.stream()
			.filter((socketSession) -> socketSession.identity().sessionId().equals(sessionId))
			.forEach(this::end);
	}

	/** A person's tokens below a version count no more. */
	void below(String userId, long version) {
		this.versions.asMap().merge(userId, version, Math::max);
		this.open.of(userId)
			.stream()
			.filter((socketSession) -> socketSession.identity().version() < version)
			.forEach(this::end);
	}

	void learn(SocketRevocation socketRevocation) {
		var sid = socketRevocation.sid();
		var userId = socketRevocation.userId();
		var version = socketRevocation.ver();
		if (sid != null) {
			ofSession(sid);
		}
		else if (userId != null && version != null) {
			below(userId, version);
		}
	}

	private void end(SocketSession socketSession) {
		this.meters.counter("parley.realtime.revoked").increment();
		socketSession.end("auth.token-revoked");
	}

}
