package org.parley.auth.signin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.credential.RecordSignIn;
import org.parley.auth.signin.credential.RecordSignIn.Failure;
import org.parley.auth.signin.password.LoginThrottledException;
import org.parley.auth.signin.password.Passwords;
import org.parley.auth.signin.password.SignInAttempts;
import org.parley.auth.signin.secondfactor.SecondFactorCheck;
import org.parley.auth.signin.secondfactor.WrongCodeException;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.NotApprovedException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Signs in with a password. Takes the same time whether the account exists or not. */
@Component
public class SignInWithPassword {

	private static final int LONGEST_LOGIN = 254;

	private static final int LONGEST_PASSWORD = 256;

	private final Users users;

	private final Passwords passwords;

	private final SignInAttempts attempts;

	private final SecondFactorCheck secondFactorCheck;

	private final UnitOfWork unitOfWork;

	private final RecordSignIn recordSignIn;

	SignInWithPassword(Users users, Passwords passwords, SignInAttempts attempts, SecondFactorCheck secondFactorCheck,
			UnitOfWork unitOfWork, RecordSignIn recordSignIn) {
		this.users = users;
		this.passwords = passwords;
		this.attempts = attempts;
		this.secondFactorCheck = secondFactorCheck;
		this.unitOfWork = unitOfWork;
		this.recordSignIn = recordSignIn;
	}

	/**
	 * Verifies password and code, and starts a session.
	 * @param start starts the session, in the transaction that redeems the code
	 * @throws RefusalException as {@link #verifyPassword} and {@link #admit}
	 */
	<T> T signIn(SignInRequest request, ClientDevice clientDevice, Function<User, T> start) {
		return this.passwords.admit(() -> {
			var known = verify(request.login(), request.password(), clientDevice);
			return admit(known, request.otp(), clientDevice, start);
		});
	}

	/**
	 * Verifies the password.
	 * @throws RefusalException 401 {@code auth.bad-credentials}; 429
	 * {@code auth.slow-down} after too many wrong passwords; 503 {@code auth.busy} under
	 * too many sign-ins
	 */
	public Known verifyPassword(String login, String password, ClientDevice clientDevice) {
		if (login.isEmpty() || password.isEmpty() || login.length() > LONGEST_LOGIN
				|| password.length() > LONGEST_PASSWORD) {
			throw badCredentials();
		}
		return this.passwords.admit(() -> verify(login, password, clientDevice));
	}

	/**
	 * Verifies the second factor, if there is one, and starts a session. Only the correct
	 * password reveals a ban.
	 * @param start starts the session, in the transaction that redeems the code
	 * @throws RefusalException 401 {@code auth.bad-credentials} when the password has
	 * changed meanwhile; 401 {@code auth.otp-required}, {@code auth.otp-wrong}; 403
	 * {@code auth.banned}, {@code account.deleting}, {@code auth.provider-only}; 429
	 * {@code auth.slow-down} after too many wrong codes
	 */
	public <T> T admit(Known known, @Nullable String otp, ClientDevice clientDevice, Function<User, T> start) {
		try {
			var started = this.unitOfWork.run(() -> start(known, otp, clientDevice, start));
			this.recordSignIn.countSuccess();
			return started;
		}
		catch (BannedException | AccountDeletingException | NotApprovedException ex) {
			this.recordSignIn.recordFailure(Failure.REFUSED, known.userId(), clientDevice);
			throw ex;
		}
		catch (WrongCodeException ex) {
			this.recordSignIn.recordFailure(Failure.WRONG_CODE, known.userId(), clientDevice);
			throw ex;
		}
	}

	private Known verify(String login, String password, ClientDevice clientDevice) {
		var user = this.users.findByLogin(login);
		if (!isRight(login, user, password, clientDevice)) {
			this.recordSignIn.recordFailure(Failure.BAD_CREDENTIALS, user.map(User::id).orElse(null), clientDevice);
			throw badCredentials();
		}
		var owner = user.orElseThrow();
		var hash = Objects.requireNonNull(owner.passwordHash());
		var renewed = this.passwords.isOutdated(hash) ? this.passwords.hash(password) : null;
		return new Known(owner.id(), hash, renewed, null, null);
	}

	private boolean isRight(String login, Optional<User> user, String password, ClientDevice clientDevice) {
		try {
			return this.attempts.attempt(login, user.map(User::id).orElse(null), clientDevice,
					() -> this.passwords.matches(password, user.map(User::passwordHash).orElse(null)));
		}
		catch (LoginThrottledException ex) {
			this.recordSignIn.recordFailure(Failure.THROTTLED, user.map(User::id).orElse(null), clientDevice);
			throw ex;
		}
	}

	private <T> T start(Known known, @Nullable String otp, ClientDevice clientDevice, Function<User, T> start) {
		var user = this.users.findById(known.userId()).orElseThrow(SignInWithPassword::badCredentials);
		if (!Objects.equals(user.passwordHash(), known.passwordHash())) {
			throw badCredentials(); // changed since the comparison
		}
		this.secondFactorCheck.demand(user, otp, clientDevice);
		if (known.renewedHash() != null) {
			user.renewPasswordHash(known.renewedHash());
			user = this.users.save(user);
		}
		if (known.method() == null) {
			this.recordSignIn.auditOwn(user, null, clientDevice);
		}
		else {
			this.recordSignIn.audit(user.id(), known.method(), clientDevice);
		}
		return start.apply(user);
	}

	private static RefusalException badCredentials() {
		return new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.bad-credentials",
				"The login name or the password is wrong.");
	}

	/**
	 * A user who has proved their password, or an identity at a provider.
	 *
	 * @param passwordHash present at the proof
	 * @param renewedHash to store instead of an outdated one, or null
	 * @param method for the audit; null for a password
	 * @param provenAt time of the proof at a provider; null if it was here
	 */
	public record Known(String userId, @Nullable String passwordHash, @Nullable String renewedHash,
			@Nullable String method, @Nullable Instant provenAt) {

		/** The user, who has proved who they are by another method. */
		public static Known of(User user, @Nullable String method, @Nullable Instant provenAt) {
			return new Known(user.id(), user.passwordHash(), null, method, provenAt);
		}

		/** The same user, whose password is only one part of this method. */
		public Known by(String newMethod) {
			return new Known(this.userId, this.passwordHash, this.renewedHash, newMethod, this.provenAt);
		}

		@Override
		public String toString() {
			return "Known[***]";
		}

	}

	/**
	 * Signs in with a password.
	 *
	 * @param delivery of the refresh token: in the body, by default, or as a cookie
	 */
	record SignInRequest(@Schema(example = "alice") @NotNull @Size(min = 1, max = LONGEST_LOGIN) String login,
			@Schema(example = "curiouser & curiouser") @NotNull @Size(min = 1, max = LONGEST_PASSWORD) String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp,
			@Schema(example = "body") @Pattern(regexp = "body|cookie",
					message = "must be body or cookie") @Nullable String delivery) {

		boolean deliversCookie() {
			return "cookie".equals(this.delivery);
		}

		@Override
		public String toString() {
			return "SignInRequest[***]";
		}

	}

}
