package org.parley.auth.account.address;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.password.Passwords;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.event.EmailRestored;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes an account back to the address that it had. An intruder may have left a way in,
 * so everything that was added since the change was asked for ends.
 */
@Component
class RestoreEmail {

	private final Users users;

	private final MailTokens tokens;

	private final Passwords passwords;

	private final EndSessions sessions;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	RestoreEmail(Users users, MailTokens tokens, Passwords passwords, EndSessions sessions,
			ApplicationEventPublisher events, UnitOfWork work, Audit audit, InstantSource clock,
			RandomGenerator random) {
		this.users = users;
		this.tokens = tokens;
		this.passwords = passwords;
		this.sessions = sessions;
		this.events = events;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Restores it, by the secret of the link that was sent to the address before.
	 * @throws InvalidLinkException when it does not count
	 */
	void restore(String token, ClientDevice clientDevice) {
		if (this.tokens.ownerOf(MailTokenPurpose.EMAIL_CHANGE_UNDO, token).isEmpty()) {
			throw new InvalidLinkException();
		}
		var unknown = this.passwords.hash(RandomText.next(this.random));
		this.work.run(() -> {
			var link = this.tokens.takeWayBack(token);
			var user = link.owner();
			user.changeEmail(link.address(), this.clock.instant());
			user.revokeTokens();
			withdrawPassword(user, link.since(), unknown);
			// Before the sessions end: the end of all sessions removes grants unaudited
			this.events.publishEvent(new TokensRevoked(user.id(), SessionEndReason.LOGOUT_EVERYWHERE));
			this.sessions.all(user, SessionEndReason.LOGOUT_EVERYWHERE);
			this.events.publishEvent(new EmailRestored(user.id(), link.since()));
			this.audit.record(AuditAction.EMAIL_RESTORED, user.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

	/** One that came with the other address is not the owner's, who asks for another. */
	private void withdrawPassword(User user, Instant since, String unknown) {
		if (user.hasChangedPasswordSince(since)) {
			user.changePassword(unknown, this.clock.instant());
			this.audit.recordWithoutRequest(AuditAction.PASSWORD_WITHDRAWN, user.id(), null, null);
		}
	}

}
