package org.parley.auth.signin;

import java.util.Optional;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.password.LoginThrottledException;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.signin.password.SignInAttempts;
import org.parley.auth.signin.secondfactor.SecondFactorCheck;
import org.parley.auth.signin.secondfactor.WrongCodeException;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Signs in by password. Takes the same time whether the account exists or not. */
@Component
public class SignInWithPassword {

	private final Users users;

	private final Passwords passwords;

	private final SignInAttempts attempts;

	private final SecondFactorCheck secondFactorCheck;

	private final StartSession startSession;

	private final UnitOfWork work;

	private final Audit audit;

	private final MeterRegistry meters;

	SignInWithPassword(Users users, Passwords passwords, SignInAttempts attempts, SecondFactorCheck secondFactorCheck,
			StartSession startSession, UnitOfWork work, Audit audit, MeterRegistry meters) {
		this.users = users;
		this.passwords = passwords;
		this.attempts = attempts;
		this.secondFactorCheck = secondFactorCheck;
		this.startSession = startSession;
		this.work = work;
		this.audit = audit;
		this.meters = meters;
	}

	/**
	 * Begins a session.
	 * @throws ProblemException as {@link #know} and {@link #admit} say
	 */
	SignInTokens logIn(SignInRequest signInRequest, ClientDevice clientDevice) {
		return this.passwords.inLine(() -> {
			var known = compare(signInRequest.login(), signInRequest.password(), clientDevice);
			return admit(known, signInRequest.otp(), clientDevice,
					(user) -> this.startSession.signIn(user, clientDevice));
		});
	}

	/**
	 * Whose password it is.
	 * @throws ProblemException 401 {@code auth.bad-credentials}; 429
	 * {@code auth.slow-down} after too many wrong passwords; 503 {@code auth.busy} when
	 * too many sign in
	 */
	public Known know(String login, String password, ClientDevice clientDevice) {
		return this.passwords.inLine(() -> compare(login, password, clientDevice));
	}

	/**
	 * Lets in who is known by their password, and shows a code if they have a second
	 * factor. Whether somebody is banned is told to who knows their password.
	 * @param begin what is begun for them, in the transaction that takes the code
	 * @throws ProblemException 401 {@code auth.bad-credentials} when the password was
	 * changed since; 401 {@code auth.otp-required}, {@code auth.otp-wrong}; 403
	 * {@code auth.banned}, {@code account.deleting}; 429 {@code auth.slow-down} after too
	 * many wrong codes
	 */
	public <T> T admit(Known known, @Nullable String otp, ClientDevice clientDevice, Function<User, T> begin) {
		try {
			var begun = this.work.run(() -> begin(known, otp, clientDevice, begin));
			count("success");
			return begun;
		}
		catch (BannedException | AccountDeletingException ex) {
			note(AuditAction.SIGN_IN_REFUSED, known.userId(), clientDevice);
			throw ex;
		}
		catch (WrongCodeException ex) {
			this.secondFactorCheck.failed(known.userId(), clientDevice);
			count("wrong-code");
			throw ex;
		}
	}

	private Known compare(String login, String password, ClientDevice clientDevice) {
		var user = this.users.findByLogin(login);
		if (!isRight(login, user, password, clientDevice)) {
			note(AuditAction.SIGN_IN_FAILED, user.map(User::id).orElse(null), clientDevice);
			throw badCredentials();
		}
		var hash = user.orElseThrow().passwordHash();
		var renewed = this.passwords.isOutdated(hash) ? this.passwords.hash(password) : hash;
		return new Known(user.get().id(), hash, renewed);
	}

	private boolean isRight(String login, Optional<User> user, String password, ClientDevice clientDevice) {
		try {
			return this.attempts.attempt(login, user.map(User::id).orElse(null), clientDevice,
					() -> this.passwords.matches(password, user.map(User::passwordHash).orElse(null)));
		}
		catch (LoginThrottledException ex) {
			note(AuditAction.SIGN_IN_SLOWED, user.map(User::id).orElse(null), clientDevice);
			throw ex;
		}
	}

	private <T> T begin(Known known, @Nullable String otp, ClientDevice clientDevice, Function<User, T> begin) {
		var user = this.users.findById(known.userId()).orElseThrow(SignInWithPassword::badCredentials);
		if (!user.passwordHash().equals(known.passwordHash())) {
			throw badCredentials(); // it was changed while we compared
		}
		this.secondFactorCheck.demand(user, otp, clientDevice);
		if (!known.renewedHash().equals(user.passwordHash())) {
			user.renewPasswordHash(known.renewedHash());
			user = this.users.save(user);
		}
		this.audit.record(AuditAction.SIGNED_IN, user.id(), null, clientDevice);
		return begin.apply(user);
	}

	private void note(AuditAction auditAction, @Nullable String userId, ClientDevice clientDevice) {
		this.audit.recordAnonymous(auditAction, userId, clientDevice);
		count(switch (auditAction) {
			case SIGN_IN_FAILED -> "bad-credentials";
			case SIGN_IN_SLOWED -> "slow-down";
			default -> "banned";
		});
	}

	private void count(String outcome) {
		this.meters.counter("parley.logins", "outcome", outcome).increment();
	}

	private static ProblemException badCredentials() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "auth.bad-credentials",
				"The name or the password is wrong.");
	}

	/**
	 * Somebody who has shown their password.
	 *
	 * @param userId who
	 * @param passwordHash what it was compared with
	 * @param renewedHash what shall be kept of it instead, the same when that is still
	 * good
	 */
	public record Known(String userId, String passwordHash, String renewedHash) {

		@Override
		public String toString() {
			return "Known[***]";
		}

	}

}
