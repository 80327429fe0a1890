package org.parley.auth.tokens.session;

import java.time.InstantSource;
import java.util.Comparator;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends one, several or all sessions of a user. */
@Component
public class EndSessions {

	/**
	 * The most live sessions of a user. A new password ends them in one transaction with
	 * an event for each, which must not take longer than a request may.
	 */
	static final int MOST_LIVE = 500;

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

	/** Signs the caller out of the current session. */
	void signOut(Caller caller, ClientDevice clientDevice) {
		end(caller, caller.sessionId(), SessionEndReason.LOGOUT, AuditAction.SIGNED_OUT, clientDevice);
	}

	/** Signs a user of the HTML pages out; the session may have ended before. */
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

	void end(Caller caller, String sessionId, ClientDevice clientDevice) {
		end(caller, sessionId, SessionEndReason.ENDED_BY_OWNER, AuditAction.SESSION_ENDED, clientDevice);
	}

	/**
	 * Signs a user out everywhere, at the request of the user or of an administrator.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	public void signOutEverywhere(String userId, Caller by, ClientDevice clientDevice) {
		this.work.run(() -> {
			var user = this.users.require(userId);
			user.revokeTokens();
			endAll(user, SessionEndReason.LOGOUT_EVERYWHERE);
			this.audit.record(AuditAction.SIGNED_OUT_EVERYWHERE, user.id(), by.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

	/**
	 * Ends all sessions of a user whose tokens were revoked. Publishes one event. Runs in
	 * the caller's transaction.
	 */
	public void endAll(User user, SessionEndReason reason) {
		this.userSessions.endLive(user.id(), this.clock.instant());
		this.events.publishEvent(SessionRevoked.ofAll(user.id(), user.tokenVersion(), reason.json()));
	}

	/**
	 * Ends each session of a user, but no personal tokens and grants of apps. Publishes
	 * an event per session. Runs in the caller's transaction.
	 */
	public void endEach(String userId, SessionEndReason reason) {
		endOthers(userId, "", reason);
	}

	/** Ends all sessions of a user but one. Runs in the caller's transaction. */
	public void endOthers(String userId, String keptId, SessionEndReason reason) {
		var now = this.clock.instant();
		var others = this.userSessions.findLive(userId, now)
			.stream()
			.filter((session) -> !session.id().equals(keptId))
			.toList();
		others.forEach((session) -> session.end(reason, now));
		this.userSessions.saveAll(others);
	}

	/**
	 * Makes room for a new session of a user: ends those that were not used for the
	 * longest time. Runs in the caller's transaction.
	 */
	public void makeRoom(String userId) {
		var now = this.clock.instant();
		var surplus = this.userSessions.findLive(userId, now)
			.stream()
			.sorted(Comparator.comparing(UserSession::lastUsedAt).reversed())
			.skip(MOST_LIVE - 1L)
			.limit(MOST_LIVE)
			.toList();
		surplus.forEach((session) -> session.end(SessionEndReason.EXPIRED, now));
		this.userSessions.saveAll(surplus);
	}

	private void end(Caller caller, String sessionId, SessionEndReason reason, AuditAction auditAction,
			ClientDevice clientDevice) {
		this.work.run(() -> {
			var now = this.clock.instant();
			var session = this.userSessions.findById(sessionId)
				.filter((candidate) -> candidate.userId().equals(caller.id()) && candidate.isLive(now))
				.orElseThrow(() -> RefusalException.notFound("session.not-found", "You have no such session."));
			session.end(reason, now);
			this.audit.record(auditAction, caller.id(), sessionId, clientDevice);
			return this.userSessions.save(session);
		});
	}

}
