package org.parley.auth.erasure;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.factor.SecondStep;
import org.parley.auth.factor.WrongCodeException;
import org.parley.auth.signin.LoggingIn.Known;
import org.parley.auth.signin.LoggingIn;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes back that an account goes, for who could sign in to it. Takes the same time
 * whether the account exists or not, and wrong passwords count as at signing in.
 */
@Component
class RestoringAccount {

	private final Users users;

	private final LoggingIn loggingIn;

	private final SecondStep step;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	RestoringAccount(Users users, LoggingIn loggingIn, SecondStep step, Alerting alerting, UnitOfWork work,
			Audit audit) {
		this.users = users;
		this.loggingIn = loggingIn;
		this.step = step;
		this.alerting = alerting;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Restores it; its owner signs in as ever then.
	 * @throws ProblemException 401 {@code auth.bad-credentials},
	 * {@code auth.otp-required}, {@code auth.otp-wrong}; 409
	 * {@code account.not-deleting}; 429 {@code auth.slow-down}
	 */
	void restore(String login, String password, @Nullable String otp, Client client) {
		var known = this.loggingIn.know(login, password, client);
		try {
			this.work.run(() -> reopen(known, otp, client));
		}
		catch (WrongCodeException ex) {
			this.step.failed(known.userId(), client);
			throw ex;
		}
	}

	private User reopen(Known known, @Nullable String otp, Client client) {
		var user = this.users.findById(known.userId())
			.filter((found) -> found.passwordHash().equals(known.passwordHash()))
			.orElseThrow(RestoringAccount::badCredentials);
		this.step.demand(user, otp, client);
		if (user.erasureAt() == null) {
			throw ProblemException.conflict("account.not-deleting", "This account is not being deleted. Sign in.");
		}
		user.reopen();
		this.alerting.alert(user, SecurityAlert.Kind.ACCOUNT_RESTORED);
		this.audit.record(Act.ACCOUNT_REOPENED, user.id(), null, client);
		return this.users.save(user);
	}

	private static ProblemException badCredentials() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "auth.bad-credentials",
				"The name or the password is wrong.");
	}

}
