package org.parley.auth.signin.password;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for their password once more, before they change what
 * lets them in.
 */
@Component
public class VerifyPassword {

	private final Users users;

	private final Passwords passwords;

	private final LoginAttemptThrottle loginAttemptThrottle;

	private final Audit audit;

	VerifyPassword(Users users, Passwords passwords, LoginAttemptThrottle loginAttemptThrottle, Audit audit) {
		this.users = users;
		this.passwords = passwords;
		this.loginAttemptThrottle = loginAttemptThrottle;
		this.audit = audit;
	}

	/**
	 * The account of somebody who knows its password.
	 * @throws ProblemException 403 {@code auth.password-wrong}; 429
	 * {@code auth.slow-down} after too many of those
	 */
	public User prove(String userId, String password, ClientDevice clientDevice) {
		var user = this.users.findById(userId).orElseThrow();
		// Counted apart from those who sign in, so that a stranger does not slow this
		// down.
		var proven = this.loginAttemptThrottle.attempt("proof:" + user.id(), clientDevice.network(),
				() -> this.passwords.matches(password, user.passwordHash()));
		if (!proven) {
			this.audit.record(AuditAction.PASSWORD_REFUSED, user.id(), null, clientDevice);
			throw wrong();
		}
		return user;
	}

	/**
	 * The account as it is within a change, whose password is still the proven one.
	 * @throws ProblemException 403 {@code auth.password-wrong}
	 */
	public User stillProven(User known) {
		var user = this.users.findById(known.id()).orElseThrow();
		if (!user.passwordHash().equals(known.passwordHash())) {
			throw wrong(); // it was changed while we compared
		}
		return user;
	}

	private static ProblemException wrong() {
		return ProblemException.forbidden("auth.password-wrong", "The current password is wrong.");
	}

}
