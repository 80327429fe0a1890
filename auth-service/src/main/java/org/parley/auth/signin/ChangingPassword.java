package org.parley.auth.signin;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.password.Passwords;
import org.parley.auth.password.ProvingPassword;
import org.parley.auth.session.EndingSessions;
import org.parley.auth.session.SessionEnd;
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

	private final ProvingPassword proving;

	private final EndingSessions sessions;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	ChangingPassword(Users users, Passwords passwords, ProvingPassword proving, EndingSessions sessions,
			Alerting alerting, UnitOfWork work, Audit audit) {
		this.users = users;
		this.passwords = passwords;
		this.proving = proving;
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
		var owner = this.users.findById(caller.id()).orElseThrow();
		this.passwords.check("newPassword", change.newPassword(), owner.email(), owner.username(),
				owner.profile().displayName());
		var known = this.proving.prove(owner.id(), change.currentPassword(), client);
		var hash = this.passwords.hash(change.newPassword());
		this.work.run(() -> {
			var user = this.proving.stillProven(known);
			user.changePassword(hash);
			this.sessions.others(user.id(), caller.sessionId(), SessionEnd.PASSWORD_CHANGED);
			this.alerting.alert(user, SecurityAlert.Kind.PASSWORD_CHANGED);
			this.audit.record(Act.PASSWORD_CHANGED, user.id(), null, client);
			return this.users.save(user);
		});
	}

}
