package org.parley.auth.signin;

import java.time.InstantSource;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.factor.ProvingOwner;
import org.parley.auth.password.Passwords;
import org.parley.auth.session.EndingSessions;
import org.parley.auth.session.SessionEnd;
import org.parley.auth.session.TokensRevoked;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Changes the caller's password and ends their other sessions; personal tokens and apps
 * end, too, unless the caller wants to keep them.
 */
@Component
class ChangingPassword {

	private final Users users;

	private final Passwords passwords;

	private final ProvingOwner proving;

	private final EndingSessions sessions;

	private final Alerting alerting;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final InstantSource clock;

	ChangingPassword(Users users, Passwords passwords, ProvingOwner proving, EndingSessions sessions, Alerting alerting,
			ApplicationEventPublisher events, Audit audit, InstantSource clock) {
		this.users = users;
		this.passwords = passwords;
		this.proving = proving;
		this.sessions = sessions;
		this.alerting = alerting;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Changes it.
	 * @throws ProblemException as {@link ProvingOwner} says; 400 about the new password
	 */
	void change(Caller caller, PasswordChange wish, Client client) {
		var owner = this.users.findById(caller.id()).orElseThrow();
		this.passwords.check("newPassword", wish.newPassword(), owner.email(), owner.username(),
				owner.profile().displayName());
		this.proving.prove(caller, wish.proof(), client, () -> this.passwords.hash(wish.newPassword()),
				(user, hash) -> change(user, hash, caller, wish, client));
	}

	private User change(User user, String hash, Caller caller, PasswordChange wish, Client client) {
		user.changePassword(hash, this.clock.instant());
		this.sessions.others(user.id(), caller.sessionId(), SessionEnd.PASSWORD_CHANGED);
		if (wish.revokesTokens()) {
			this.events.publishEvent(new TokensRevoked(user.id(), SessionEnd.PASSWORD_CHANGED));
		}
		this.alerting.alert(user, SecurityAlert.Kind.PASSWORD_CHANGED);
		this.audit.record(Act.PASSWORD_CHANGED, user.id(), null, client);
		return this.users.save(user);
	}

}
