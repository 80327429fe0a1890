package org.parley.realtime.revocation;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.session.Identity;
import org.parley.realtime.session.Session;
import org.parley.realtime.session.Sessions;

import org.springframework.stereotype.Component;

/**
 * Which tokens count no more, for as long as there may be one of them; whoever holds such
 * a socket loses it at once. It may be told the same on several ways.
 */
@Component
public class Revocations {

	/** A little longer than a token counts. */
	private static final Duration KEPT = Duration.ofMinutes(16);

	private final Cache<String, Boolean> sessions = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

	private final Cache<String, Long> versions = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

	private final Sessions open;

	private final MeterRegistry meters;

	Revocations(Sessions open, MeterRegistry meters) {
		this.open = open;
		this.meters = meters;
	}

	/** Whether somebody's token counts no more. */
	public boolean cover(Identity identity) {
		var least = this.versions.getIfPresent(identity.userId());
		return this.sessions.getIfPresent(identity.sessionId()) != null
				|| (least != null && identity.version() < least);
	}

	/** The tokens of one session count no more. */
	void ofSession(String sessionId) {
		this.sessions.put(sessionId, true);
		this.open.all()
			.stream()
			.filter((session) -> session.identity().sessionId().equals(sessionId))
			.forEach(this::end);
	}

	/** A person's tokens below a version count no more. */
	void below(String userId, long version) {
		this.versions.asMap().merge(userId, version, Math::max);
		this.open.of(userId).stream().filter((session) -> session.identity().version() < version).forEach(this::end);
	}

	void learn(Revocation revocation) {
		var sid = revocation.sid();
		var userId = revocation.userId();
		var version = revocation.ver();
		if (sid != null) {
			ofSession(sid);
		}
		else if (userId != null && version != null) {
			below(userId, version);
		}
	}

	private void end(Session session) {
		this.meters.counter("parley.realtime.revoked").increment();
		session.end("auth.token-revoked");
	}

}
