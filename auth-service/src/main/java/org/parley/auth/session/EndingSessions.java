package org.parley.auth.session;

import java.time.InstantSource;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends sessions: this one, another one, all others, all. */
@Component
public class EndingSessions {

	private final Sessions sessions;

	private final Users users;

	private final UnitOfWork work;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final InstantSource clock;

	EndingSessions(Sessions sessions, Users users, UnitOfWork work, ApplicationEventPublisher events, Audit audit,
			InstantSource clock) {
		this.sessions = sessions;
		this.users = users;
		this.work = work;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** The caller signs out here. */
	void here(Caller caller, Client client) {
		end(caller, caller.sessionId(), SessionEnd.LOGOUT, Act.SIGNED_OUT, client);
	}

	/** Somebody signs out at our pages, of a session that may have ended. */
	public void signOut(String userId, String sessionId, Client client) {
		var now = this.clock.instant();
		this.work.run(() -> this.sessions.findById(sessionId)
			.filter((session) -> session.userId().equals(userId) && session.isLive(now))
			.map((session) -> {
				session.end(SessionEnd.LOGOUT, now);
				this.audit.record(Act.SIGNED_OUT, userId, sessionId, client);
				return this.sessions.save(session);
			}));
	}

	/** The caller ends one of their sessions. */
	void one(Caller caller, String sessionId, Client client) {
		end(caller, sessionId, SessionEnd.ENDED_BY_OWNER, Act.SESSION_ENDED, client);
	}

	/**
	 * Signs somebody out everywhere, at their own wish or at an administrator's.
	 * @throws ProblemException 404 {@code user.not-found}
	 */
	public void everywhere(String userId, Caller by, Client client) {
		this.work.run(() -> {
			var user = this.users.require(userId);
			user.revokeTokens();
			all(user, SessionEnd.LOGOUT_EVERYWHERE);
			this.audit.record(Act.SIGNED_OUT_EVERYWHERE, user.id(), by.id(), null, client);
			return this.users.save(user);
		});
	}

	/**
	 * Ends all sessions of a person whose tokens were revoked. Part of the transaction
	 * that asks.
	 */
	public void all(User user, SessionEnd reason) {
		var now = this.clock.instant();
		var live = this.sessions.liveOf(user.id(), now);
		live.forEach((session) -> session.endWithAll(now));
		this.sessions.saveAll(live);
		this.events.publishEvent(SessionRevoked.all(user.id(), user.tokenVersion(), reason));
	}

	/**
	 * Ends all sessions of a person, and nothing that acts for them beside sessions. Part
	 * of the transaction that asks.
	 */
	public void each(String userId, SessionEnd reason) {
		others(userId, "", reason);
	}

	/** Ends all of a person's sessions but one. Part of the transaction that asks. */
	public void others(String userId, String kept, SessionEnd reason) {
		var now = this.clock.instant();
		var others = this.sessions.liveOf(userId, now)
			.stream()
			.filter((session) -> !session.id().equals(kept))
			.toList();
		others.forEach((session) -> session.end(reason, now));
		this.sessions.saveAll(others);
	}

	private void end(Caller caller, String sessionId, SessionEnd reason, Act act, Client client) {
		this.work.run(() -> {
			var now = this.clock.instant();
			var session = this.sessions.findById(sessionId)
				.filter((candidate) -> candidate.userId().equals(caller.id()) && candidate.isLive(now))
				.orElseThrow(() -> ProblemException.notFound("session.not-found", "You have no such session."));
			session.end(reason, now);
			this.audit.record(act, caller.id(), sessionId, client);
			return this.sessions.save(session);
		});
	}

}
