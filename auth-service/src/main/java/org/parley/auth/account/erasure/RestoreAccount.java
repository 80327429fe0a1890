package org.parley.auth.account.erasure;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.SignInWithPassword;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.signin.secondfactor.SecondFactorCheck;
import org.parley.auth.signin.secondfactor.WrongCodeException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Restores a closed account. The timing does not reveal whether the account exists, and
 * wrong passwords are throttled as at sign-in.
 */
@Component
class RestoreAccount {

	private final Users users;

	private final SignInWithPassword signInWithPassword;

	private final SecondFactorCheck secondFactorCheck;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	RestoreAccount(Users users, SignInWithPassword signInWithPassword, SecondFactorCheck secondFactorCheck,
			SendSecurityAlert sendSecurityAlert, UnitOfWork work, Audit audit) {
		this.users = users;
		this.signInWithPassword = signInWithPassword;
		this.secondFactorCheck = secondFactorCheck;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
	}

	/**
	 * Restores the account. The owner signs in afterwards.
	 * @throws RefusalException 401 {@code auth.bad-credentials},
	 * {@code auth.otp-required}, {@code auth.otp-wrong}; 403 {@code auth.banned} if a
	 * directory has deleted the account; 409 {@code account.not-deleting}; 429
	 * {@code auth.slow-down}
	 */
	void restore(String login, String password, @Nullable String otp, ClientDevice clientDevice) {
		var known = this.signInWithPassword.verifyPassword(login, password, clientDevice);
		try {
			this.work.run(() -> reopen(known, otp, clientDevice));
		}
		catch (WrongCodeException ex) {
			this.secondFactorCheck.failed(known.userId(), clientDevice);
			throw ex;
		}
	}

	private User reopen(Known known, @Nullable String otp, ClientDevice clientDevice) {
		var user = this.users.findById(known.userId())
			.filter((found) -> Objects.equals(found.passwordHash(), known.passwordHash()))
			.orElseThrow(RestoreAccount::badCredentials);
		this.secondFactorCheck.demand(user, otp, clientDevice);
		if (user.erasureAt() == null) {
			throw RefusalException.conflict("account.not-deleting", "This account is not closed. Sign in.");
		}
		user.reopen();
		this.sendSecurityAlert.alert(user, SecurityAlert.Kind.ACCOUNT_RESTORED);
		this.audit.record(AuditAction.ACCOUNT_REOPENED, user.id(), null, clientDevice);
		return this.users.save(user);
	}

	private static RefusalException badCredentials() {
		return new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.bad-credentials",
				"The name or the password is wrong.");
	}

}
