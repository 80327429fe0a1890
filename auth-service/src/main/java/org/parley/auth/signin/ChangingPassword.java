package org.parley.auth.signin;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.password.Passwords;
import org.parley.auth.session.EndingSessions;
import org.parley.auth.session.SessionEnd;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Changes the caller's password and ends their other sessions. */
@Component
class ChangingPassword {

	private final Users users;

	private final Passwords passwords;

	private final Failures failures;

	private final EndingSessions sessions;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	ChangingPassword(Users users, Passwords passwords, Failures failures, EndingSessions sessions, Alerting alerting,
			UnitOfWork work, Audit audit) {
		this.users = users;
		this.passwords = passwords;
		this.failures = failures;
		this.sessions = sessions;
		this.alerting = alerting;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Changes it.
	 * @throws ProblemException 403 {@code auth.password-wrong}; 429
	 * {@code auth.slow-down} after too many of those
	 */
	void change(Caller caller, PasswordChange change, Client client) {
		var known = this.users.findById(caller.id()).orElseThrow();
		this.passwords.check("newPassword", change.newPassword(), known.email(), known.username());
		compare(known, change.currentPassword(), client);
		var hash = this.passwords.hash(change.newPassword());
		this.work.run(() -> {
			var user = this.users.findById(known.id()).orElseThrow();
			if (!user.passwordHash().equals(known.passwordHash())) {
				throw wrong(); // it was changed while we compared
			}
			user.changePassword(hash);
			this.sessions.others(user.id(), caller.sessionId(), SessionEnd.PASSWORD_CHANGED);
			this.alerting.alert(user, SecurityAlert.Kind.PASSWORD_CHANGED);
			this.audit.record(Act.PASSWORD_CHANGED, user.id(), null, client);
			return this.users.save(user);
		});
	}

	private void compare(User user, String password, Client client) {
		var delay = this.failures.delay(user.id(), client.address());
		if (!delay.isZero()) {
			throw Failures.slowDown(delay);
		}
		if (!this.passwords.matches(password, user.passwordHash())) {
			this.failures.count(user.id(), client.address());
			this.audit.record(Act.PASSWORD_CHANGE_REFUSED, user.id(), null, client);
			throw wrong();
		}
		this.failures.forget(user.id(), client.address());
	}

	private static ProblemException wrong() {
		return ProblemException.forbidden("auth.password-wrong", "The current password is wrong.");
	}

}
