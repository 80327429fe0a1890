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
import org.parley.auth.token.InvalidLinkException;
import org.parley.auth.token.MailTokens;
import org.parley.auth.token.Purpose;
import org.parley.auth.user.Users;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Gives an account another password, by the secret of a link. All sessions end: whoever
 * made the owner forget may hold one.
 */
@Component
class ResettingPassword {

	private final Users users;

	private final MailTokens tokens;

	private final Passwords passwords;

	private final EndingSessions sessions;

	private final Alerting alerting;

	private final SignInAttempts attempts;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ResettingPassword(Users users, MailTokens tokens, Passwords passwords, EndingSessions sessions, Alerting alerting,
			SignInAttempts attempts, UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.tokens = tokens;
		this.passwords = passwords;
		this.sessions = sessions;
		this.alerting = alerting;
		this.attempts = attempts;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Resets it. A password that is refused leaves the link as it is.
	 * @throws InvalidLinkException when the secret does not count
	 * @throws ProblemException 400 about the password
	 */
	void reset(String token, String password, Client client) {
		var known = this.tokens.ownerOf(Purpose.PASSWORD_RESET, token)
			.flatMap(this.users::findById)
			.orElseThrow(InvalidLinkException::new);
		this.passwords.check("password", password, known.email(), known.username(), known.profile().displayName());
		var hash = this.passwords.hash(password);
		this.work.run(() -> {
			var id = this.tokens.redeem(Purpose.PASSWORD_RESET, token);
			var user = this.users.findById(id).orElseThrow(InvalidLinkException::new);
			user.changePassword(hash);
			user.verifyEmail(this.clock.instant()); // the link came to their address
			user.revokeTokens();
			this.sessions.all(user, SessionEnd.PASSWORD_CHANGED);
			this.alerting.alert(user, SecurityAlert.Kind.PASSWORD_RESET);
			this.audit.record(Act.PASSWORD_RESET, user.id(), null, client);
			return this.users.save(user);
		});
		this.attempts.forget(known, client);
	}

}
