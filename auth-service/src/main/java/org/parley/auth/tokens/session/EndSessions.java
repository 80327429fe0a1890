package org.parley.auth.tokens.session;

import java.time.InstantSource;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends sessions: this one, another one, all others, all. */
@Component
public class EndSessions {

	private final UserSessions userSessions;

	private final Users users;

	private final UnitOfWork work;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final InstantSource clock;

	EndSessions(UserSessions userSessions, Users users, UnitOfWork work, ApplicationEventPublisher events, Audit audit,
			InstantSource clock) {
		this.userSessions = userSessions;
		this.users = users;
		this.work = work;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** The caller signs out here. */
	void here(Caller caller, ClientDevice clientDevice) {
		end(caller, caller.sessionId(), SessionEndReason.LOGOUT, AuditAction.SIGNED_OUT, clientDevice);
	}

	/** Somebody signs out at our pages, of a session that may have ended. */
	public void signOut(String userId, String sessionId, ClientDevice clientDevice) {
		var now = this.clock.instant();
		this.work.run(() -> this.userSessions.findById(sessionId)
			.filter((session) -> session.userId().equals(userId) && session.isLive(now))
			.map((session) -> {
				session.end(SessionEndReason.LOGOUT, now);
				this.audit.record(AuditAction.SIGNED_OUT, userId, sessionId, clientDevice);
				return this.userSessions.save(session);
			}));
	}

	/** The caller ends one of their sessions. */
	void one(Caller caller, String sessionId, ClientDevice clientDevice) {
		end(caller, sessionId, SessionEndReason.ENDED_BY_OWNER, AuditAction.SESSION_ENDED, clientDevice);
	}

	/**
	 * Signs somebody out everywhere, at their own wish or at an administrator's.
	 * @throws ProblemException 404 {@code user.not-found}
	 */
	public void everywhere(String userId, Caller by, ClientDevice clientDevice) {
		this.work.run(() -> {
			var user = this.users.require(userId);
			user.revokeTokens();
			all(user, SessionEndReason.LOGOUT_EVERYWHERE);
			this.audit.record(AuditAction.SIGNED_OUT_EVERYWHERE, user.id(), by.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

	/**
	 * Ends all sessions of a person whose tokens were revoked. Part of the transaction
	 * that asks.
	 */
	public void all(User user, SessionEndReason reason) {
		var now = this.clock.instant();
		var live = this.userSessions.liveOf(user.id(), now);
		live.forEach((session) -> session.endWithAll(now));
		this.userSessions.saveAll(live);
		this.events.publishEvent(SessionRevoked.all(user.id(), user.tokenVersion(), reason));
	}

	/**
	 * Ends all sessions of a person, and nothing that acts for them beside sessions. Part
	 * of the transaction that asks.
	 */
	public void each(String userId, SessionEndReason reason) {
		others(userId, "", reason);
	}

	/** Ends all of a person's sessions but one. Part of the transaction that asks. */
	public void others(String userId, String kept, SessionEndReason reason) {
		var now = this.clock.instant();
		var others = this.userSessions.liveOf(userId, now)
			.stream()
			.filter((session) -> !session.id().equals(kept))
			.toList();
		others.forEach((session) -> session.end(reason, now));
		this.userSessions.saveAll(others);
	}

	private void end(Caller caller, String sessionId, SessionEndReason reason, AuditAction auditAction,
			ClientDevice clientDevice) {
		this.work.run(() -> {
			var now = this.clock.instant();
			var session = this.userSessions.findById(sessionId)
				.filter((candidate) -> candidate.userId().equals(caller.id()) && candidate.isLive(now))
				.orElseThrow(() -> ProblemException.notFound("session.not-found", "You have no such session."));
			session.end(reason, now);
			this.audit.record(auditAction, caller.id(), sessionId, clientDevice);
			return this.userSessions.save(session);
		});
	}

}
