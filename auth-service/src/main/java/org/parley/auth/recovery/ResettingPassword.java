package org.parley.auth.recovery;

import java.time.InstantSource;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.password.Passwords;
import org.parley.auth.password.SignInAttempts;
import org.parley.auth.session.EndingSessions;
import org.parley.auth.session.SessionEnd;
import org.parley.auth.session.TokensRevoked;
import org.parley.auth.token.InvalidLinkException;
import org.parley.auth.token.MailTokens;
import org.parley.auth.token.Purpose;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
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
class ResettingPassword {

	private final Users users;

	private final MailTokens tokens;

	private final Passwords passwords;

	private final EndingSessions sessions;

	private final Alerting alerting;

	private final SignInAttempts attempts;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ResettingPassword(Users users, MailTokens tokens, Passwords passwords, EndingSessions sessions, Alerting alerting,
			SignInAttempts attempts, ApplicationEventPublisher events, UnitOfWork work, Audit audit,
			InstantSource clock) {
		this.users = users;
		this.tokens = tokens;
		this.passwords = passwords;
		this.sessions = sessions;
		this.alerting = alerting;
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
	void reset(String token, String password, boolean revokeTokens, Client client) {
		var known = this.tokens.ownerOf(Purpose.PASSWORD_RESET, token).orElseThrow(InvalidLinkException::new);
		this.passwords.check("password", password, known.email(), known.username(), known.profile().displayName());
		var hash = this.passwords.hash(password);
		this.work.run(() -> {
			var user = this.tokens.redeem(Purpose.PASSWORD_RESET, token);
			user.changePassword(hash, this.clock.instant());
			user.verifyEmail(this.clock.instant()); // the link came to their address
			end(user, revokeTokens);
			this.events.publishEvent(new PasswordReset(user.id()));
			this.alerting.alert(user, SecurityAlert.Kind.PASSWORD_RESET);
			this.audit.record(Act.PASSWORD_RESET, user.id(), null, client);
			return this.users.save(user);
		});
		this.attempts.forget(known, client);
	}

	private void end(User user, boolean withTokens) {
		if (withTokens) {
			user.revokeTokens();
			this.sessions.all(user, SessionEnd.PASSWORD_CHANGED);
			this.events.publishEvent(new TokensRevoked(user.id(), SessionEnd.PASSWORD_CHANGED));
		}
		else {
			this.sessions.each(user.id(), SessionEnd.PASSWORD_CHANGED);
		}
	}

}
