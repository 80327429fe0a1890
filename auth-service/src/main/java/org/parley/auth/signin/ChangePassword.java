package org.parley.auth.signin;

import java.time.InstantSource;

import org.parley.auth.signin.password.Passwords;
import org.parley.auth.signin.secondfactor.VerifyOwner;
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
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Changes the caller's password and ends their other sessions; personal tokens and apps
 * end, too, unless the caller wants to keep them.
 */
@Component
class ChangePassword {

	private final Users users;

	private final Passwords passwords;

	private final VerifyOwner proving;

	private final EndSessions sessions;

	private final SendSecurityAlert sendSecurityAlert;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final InstantSource clock;

	ChangePassword(Users users, Passwords passwords, VerifyOwner proving, EndSessions sessions,
			SendSecurityAlert sendSecurityAlert, ApplicationEventPublisher events, Audit audit, InstantSource clock) {
		this.users = users;
		this.passwords = passwords;
		this.proving = proving;
		this.sessions = sessions;
		this.sendSecurityAlert = sendSecurityAlert;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Changes it.
	 * @throws ProblemException as {@link VerifyOwner} says; 400 about the new password
	 */
	void change(Caller caller, ChangePasswordRequest wish, ClientDevice clientDevice) {
		var owner = this.users.findById(caller.id()).orElseThrow();
		this.passwords.check("newPassword", wish.newPassword(), owner.email(), owner.username(),
				owner.profile().displayName());
		this.proving.prove(caller, wish.proof(), clientDevice, () -> this.passwords.hash(wish.newPassword()),
				(user, hash) -> change(user, hash, caller, wish, clientDevice));
	}

	private User change(User user, String hash, Caller caller, ChangePasswordRequest wish, ClientDevice clientDevice) {
		user.changePassword(hash, this.clock.instant());
		this.sessions.endOthers(user.id(), caller.sessionId(), SessionEndReason.PASSWORD_CHANGED);
		if (wish.revokesTokens()) {
			this.events.publishEvent(new TokensRevoked(user.id(), SessionEndReason.PASSWORD_CHANGED));
		}
		this.sendSecurityAlert.alert(user, SecurityAlert.Kind.PASSWORD_CHANGED);
		this.audit.record(AuditAction.PASSWORD_CHANGED, user.id(), null, clientDevice);
		return this.users.save(user);
	}

}
