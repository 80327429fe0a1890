package org.parley.auth.account.erasure;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.SignInWithPassword;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.signin.secondfactor.SecondFactorCheck;
import org.parley.auth.signin.secondfactor.WrongCodeException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
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

	private final RestorationTickets tickets;

	private final ScheduleErasure scheduleErasure;

	private final UnitOfWork work;

	RestoreAccount(Users users, SignInWithPassword signInWithPassword, SecondFactorCheck secondFactorCheck,
			RestorationTickets tickets, ScheduleErasure scheduleErasure, UnitOfWork work) {
		this.users = users;
		this.signInWithPassword = signInWithPassword;
		this.secondFactorCheck = secondFactorCheck;
		this.tickets = tickets;
		this.scheduleErasure = scheduleErasure;
		this.work = work;
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

	/**
	 * Restores the account of a ticket, which stands for a proof of any kind.
	 * @throws RefusalException 401 {@code auth.bad-credentials} when the ticket is
	 * invalid; as {@link ScheduleErasure#cancel}
	 */
	void restore(String ticket, ClientDevice clientDevice) {
		this.work.run(() -> {
			var user = this.tickets.redeem(ticket).orElseThrow(RestoreAccount::badCredentials);
			return this.scheduleErasure.cancel(user, user.id(), clientDevice);
		});
	}

	private User reopen(Known known, @Nullable String otp, ClientDevice clientDevice) {
		var user = this.users.findById(known.userId())
			.filter((found) -> Objects.equals(found.passwordHash(), known.passwordHash()))
			.orElseThrow(RestoreAccount::badCredentials);
		this.secondFactorCheck.demand(user, otp, clientDevice);
		return this.scheduleErasure.cancel(user, user.id(), clientDevice);
	}

	private static RefusalException badCredentials() {
		return new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.bad-credentials",
				"The name or the password is wrong.");
	}

}
