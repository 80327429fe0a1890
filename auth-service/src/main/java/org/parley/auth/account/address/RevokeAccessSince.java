package org.parley.auth.account.address;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.password.Passwords;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.event.EmailRestored;
import org.parley.platform.domain.RandomText;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Revokes all access to an account and the credentials added since a point in time. */
@Component
class RevokeAccessSince {

	private final Passwords passwords;

	private final EndSessions endSessions;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	RevokeAccessSince(Passwords passwords, EndSessions endSessions, ApplicationEventPublisher events, Audit audit,
			InstantSource clock, RandomGenerator random) {
		this.passwords = passwords;
		this.endSessions = endSessions;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Hashes a random password that nobody knows. Takes long: call it outside
	 * transactions.
	 */
	String unknownPasswordHash() {
		return this.passwords.hash(RandomText.next(this.random));
	}

	/**
	 * Revokes the access. Runs in the caller's transaction.
	 * @param unknownHash replaces a password that was changed since
	 */
	void revoke(User user, Instant since, String unknownHash) {
		user.revokeTokens();
		withdrawPassword(user, since, unknownHash);
		// Before the sessions end: the end of all sessions removes grants unaudited
		this.events.publishEvent(new TokensRevoked(user.id(), SessionEndReason.LOGOUT_EVERYWHERE));
		this.endSessions.endAll(user, SessionEndReason.LOGOUT_EVERYWHERE);
		this.events.publishEvent(new EmailRestored(user.id(), since));
	}

	private void withdrawPassword(User user, Instant since, String unknownHash) {
		if (user.hasChangedPasswordSince(since)) {
			user.changePassword(unknownHash, this.clock.instant());
			this.audit.recordWithoutRequest(AuditAction.PASSWORD_WITHDRAWN, user.id(), null, null);
		}
	}

}
