package org.parley.auth.account.ban;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Bans users, which ends all their sessions, and lifts bans. */
@Component
public class BanUser {

	private static final Duration LONGEST = Duration.ofDays(36_525);

	private final Users users;

	private final EndSessions endSessions;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	BanUser(Users users, EndSessions endSessions, UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.endSessions = endSessions;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Bans a user at an administrator's request. Longer bans by decisions of cases stay
	 * in force.
	 * @param until when the ban expires, or null
	 * @throws RefusalException 400 {@code ban.until} if that time has passed; 404
	 * {@code user.not-found}; 409 {@code user.ban-self}, {@code user.ban-admin}
	 */
	public User ban(String id, String reason, @Nullable Instant until, PersonReference by, ClientDevice clientDevice) {
		var now = this.clock.instant();
		if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
			throw RefusalException.field("until", "ban.until", "must be in the future, within a hundred years");
		}
		return this.work.run(() -> {
			var user = this.users.require(id);
			if (!user.ban(reason, until, by, now)) {
				return user;
			}
			this.endSessions.endAll(user, SessionEndReason.BANNED);
			this.audit.record(AuditAction.BANNED, user.id(), by.id(), text(until), clientDevice);
			return this.users.save(user);
		});
	}

	/** Bans a user by the decision of a case. Runs in the caller's transaction. */
	void banByCase(User user, String caseId, String reason, @Nullable Instant until, PersonReference by) {
		if (user.banByCase(caseId, reason, until, by, this.clock.instant())) {
			this.endSessions.endAll(user, SessionEndReason.BANNED);
			this.audit.recordWithoutRequest(AuditAction.BANNED, user.id(), by.id(), text(until));
			this.users.save(user);
		}
	}

	/** Reverses the decision of a case. Runs in the caller's transaction. */
	void reverse(User user, String caseId, PersonReference by, Instant at) {
		var banned = user.ban() != null;
		user.reverseBan(caseId, by, at, this.clock.instant());
		if (banned && user.ban() == null) {
			this.audit.recordWithoutRequest(AuditAction.UNBANNED, user.id(), by.id(), null);
		}
		this.users.save(user);
	}

	/**
	 * Lifts all bans of a user, and the end of their access by a directory.
	 * @throws RefusalException 404 {@code user.not-found}
	 */
	public User unban(String id, PersonReference by, ClientDevice clientDevice) {
		return this.work.run(() -> {
			var user = this.users.require(id);
			if (user.standingBan().isEmpty()) {
				return user;
			}
			user.unban(by);
			user.resume(this.clock.instant());
			this.audit.record(AuditAction.UNBANNED, user.id(), by.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

	private static @Nullable String text(@Nullable Instant until) {
		return (until != null) ? until.toString() : null;
	}

}
