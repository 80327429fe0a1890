package org.parley.auth.password;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for their password once more, before they change what
 * lets them in.
 */
@Component
public class ProvingPassword {

	private final Users users;

	private final Passwords passwords;

	private final Failures failures;

	private final Audit audit;

	ProvingPassword(Users users, Passwords passwords, Failures failures, Audit audit) {
		this.users = users;
		this.passwords = passwords;
		this.failures = failures;
		this.audit = audit;
	}

	/**
	 * The account of somebody who knows its password.
	 * @throws ProblemException 403 {@code auth.password-wrong}; 429
	 * {@code auth.slow-down} after too many of those
	 */
	public User prove(String userId, String password, Client client) {
		var user = this.users.findById(userId).orElseThrow();
		// Counted apart from those who sign in, so that a stranger does not slow this
		// down.
		var proven = this.failures.attempt("proof:" + user.id(), client.network(),
				() -> this.passwords.matches(password, user.passwordHash()));
		if (!proven) {
			this.audit.record(Act.PASSWORD_REFUSED, user.id(), null, client);
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
