package org.parley.auth.signin.password;

import java.util.Objects;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Verifies the password of a signed-in user again before a sensitive change.
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
	 * Verifies the password and returns its owner.
	 * @throws RefusalException 403 {@code auth.password-wrong}; 429
	 * {@code auth.slow-down} after too many failures
	 */
	public User verify(String userId, String password, ClientDevice clientDevice) {
		var user = this.users.findById(userId).orElseThrow();
		// Counted apart from sign-ins, so that a stranger cannot delay the owner
		var correct = this.loginAttemptThrottle.attempt("proof:" + user.id(), clientDevice.network(),
				() -> this.passwords.matches(password, user.passwordHash()));
		if (!correct) {
			this.audit.recordRefusal(AuditAction.PASSWORD_REFUSED, user.id(), clientDevice);
			throw wrong();
		}
		return user;
	}

	/**
	 * Fails when the password has changed since it was verified.
	 * @param verified the user as {@link #verify} returned it
	 * @throws RefusalException 403 {@code auth.password-wrong}
	 */
	public static void requireUnchanged(User verified, User current) {
		if (!Objects.equals(current.passwordHash(), verified.passwordHash())) {
			throw wrong();
		}
	}

	private static RefusalException wrong() {
		return RefusalException.forbidden("auth.password-wrong", "The current password is wrong.");
	}

}
