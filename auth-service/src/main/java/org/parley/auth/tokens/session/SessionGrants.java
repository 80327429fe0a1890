package org.parley.auth.tokens.session;

import java.time.Instant;

import org.parley.platform.jobs.JobRows;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Checks access tokens that were issued for sessions, and ends expired sessions. */
@Component
class SessionGrants implements TokenGrants {

	private final UserSessions userSessions;

	private final UnitOfWork work;

	SessionGrants(UserSessions userSessions, UnitOfWork work) {
		this.userSessions = userSessions;
		this.work = work;
	}

	@Override
	public boolean isActive(String id, String userId, Instant now) {
		return this.userSessions.findById(id)
			.filter((session) -> session.isLive(now) && session.userId().equals(userId))
			.isPresent();
	}

	@Override
	public int endExpired(Instant now) {
		return JobRows.forEach(this.userSessions.streamExpired(now),
				(expired) -> this.work.run(() -> end(expired.id(), now)));
	}

	private boolean end(String id, Instant now) {
		var found = this.userSessions.findById(id);
		found.ifPresent((session) -> {
			session.end(SessionEndReason.EXPIRED, now);
			this.userSessions.delete(session);
		});
		return found.isPresent();
	}

}
