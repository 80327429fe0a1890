package org.parley.auth.signin.recovery;

import java.time.InstantSource;

import org.parley.auth.signin.password.Passwords;
import org.parley.auth.signin.password.SignInAttempts;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gives an account another password, by the secret of a link. All sessions and passkeys
 * end, as an intruder may hold one; personal tokens and apps do so unless the owner wants
 * to keep them.
 */
@Component
class ResetPassword {

	private final Users users;

	private final MailTokens tokens;

	private final Passwords passwords;

	private final EndSessions sessions;

	private final SendSecurityAlert sendSecurityAlert;

	private final SignInAttempts attempts;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ResetPassword(Users users, MailTokens tokens, Passwords passwords, EndSessions sessions,
			SendSecurityAlert sendSecurityAlert, SignInAttempts attempts, ApplicationEventPublisher events,
			UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.tokens = tokens;
		this.passwords = passwords;
		this.sessions = sessions;
		this.sendSecurityAlert = sendSecurityAlert;
		this.attempts = attempts;
		this.events = events;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Resets it. A password that is refused leaves the link as it is.
	 * @throws InvalidLinkException when the secret does not count
	 * @throws ProblemException 400 about the password
	 */
	void reset(String token, String password, boolean revokeTokens, ClientDevice clientDevice) {
		var known = this.tokens.findOwner(MailTokenPurpose.PASSWORD_RESET, token)
			.orElseThrow(InvalidLinkException::new);
		this.passwords.check("password", password, known.email(), known.username(), known.profile().displayName());
		var hash = this.passwords.hash(password);
		this.work.run(() -> {
			var user = this.tokens.redeem(MailTokenPurpose.PASSWORD_RESET, token);
			user.changePassword(hash, this.clock.instant());
			user.verifyEmail(this.clock.instant()); // the link came to their address
			end(user, revokeTokens);
			this.events.publishEvent(new PasswordReset(user.id()));
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.PASSWORD_RESET);
			this.audit.record(AuditAction.PASSWORD_RESET, user.id(), null, clientDevice);
			return this.users.save(user);
		});
		this.attempts.forget(known, clientDevice);
	}

	private void end(User user, boolean withTokens) {
		if (withTokens) {
			user.revokeTokens();
			// Before the sessions end: the end of all sessions removes grants unaudited
			this.events.publishEvent(new TokensRevoked(user.id(), SessionEndReason.PASSWORD_CHANGED));
			this.sessions.endAll(user, SessionEndReason.PASSWORD_CHANGED);
		}
		else {
			this.sessions.endEach(user.id(), SessionEndReason.PASSWORD_CHANGED);
		}
	}

}
