package org.parley.auth.signin.secondfactor;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.credential.CallerTransaction;
import org.parley.auth.signin.password.VerifyPassword;
import org.parley.auth.tokens.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Verifies the password and, if there is one, the second factor of a signed-in user
 * before a sensitive change to their account. Without a password, their session must have
 * begun recently, by whatever way of signing in: that has proved all factors.
 */
@Component
public class VerifyOwner {

	private final VerifyPassword verifyPassword;

	private final SecondFactorCheck secondFactorCheck;

	private final HoldSession holdSession;

	private final CallerTransaction callerTransaction;

	VerifyOwner(VerifyPassword verifyPassword, SecondFactorCheck secondFactorCheck, HoldSession holdSession,
			CallerTransaction callerTransaction) {
		this.verifyPassword = verifyPassword;
		this.secondFactorCheck = secondFactorCheck;
		this.holdSession = holdSession;
		this.callerTransaction = callerTransaction;
	}

	/**
	 * Verifies the proof and makes the change in the transaction that redeems the code.
	 * Fails once the session has ended.
	 * @throws RefusalException 403 {@code auth.password-wrong} or
	 * {@code auth.recent-sign-in-required}, and with a password and a second factor
	 * {@code auth.otp-required}, {@code auth.otp-wrong}; 429 {@code auth.slow-down} after
	 * too many failures
	 */
	public <T> T verify(Caller caller, Proof proof, ClientDevice clientDevice, Function<User, T> change) {
		return verify(caller, proof, clientDevice, () -> proof, (user, _) -> change.apply(user));
	}

	/**
	 * Does the same with slow work, such as hashing, prepared between the password check
	 * and the transaction.
	 */
	public <P, T> T verify(Caller caller, Proof proof, ClientDevice clientDevice, Supplier<P> preparation,
			BiFunction<User, P, T> change) {
		var verified = verifyPassword(caller, proof.password(), clientDevice);
		var prepared = preparation.get();
		return change(caller, verified, clientDevice, (user) -> {
			if (verified.isPresent()) {
				this.secondFactorCheck.confirm(user, proof.otp(), clientDevice);
			}
			return change.apply(user, prepared);
		});
	}

	/**
	 * Verifies the password, or a recent sign-in, before there is a second factor.
	 * @throws RefusalException 403 {@code auth.password-wrong},
	 * {@code auth.recent-sign-in-required}; 429 {@code auth.slow-down}
	 */
	<T> T verifyFirstFactor(Caller caller, @Nullable String password, ClientDevice clientDevice,
			Function<User, T> change) {
		return change(caller, verifyPassword(caller, password, clientDevice), clientDevice, change);
	}

	/**
	 * Verifies both factors and changes the second one.
	 * @throws RefusalException 403 {@code auth.password-wrong}, {@code auth.otp-wrong};
	 * 404 {@code two-factor.none}; 429 {@code auth.slow-down}
	 */
	<T> T verifyBothFactors(Caller caller, OwnerProof proof, ClientDevice clientDevice,
			BiFunction<User, SecondFactor, T> change) {
		return change(caller, verifyPassword(caller, proof.password(), clientDevice), clientDevice,
				(user) -> change.apply(user, this.secondFactorCheck.verify(user, proof.otp(), clientDevice)));
	}

	/** The user with a verified password; empty after a recent sign-in. */
	private Optional<User> verifyPassword(Caller caller, @Nullable String password, ClientDevice clientDevice) {
		if (password == null) {
			this.holdSession.requireRecent(caller);
			return Optional.empty();
		}
		return Optional.of(this.verifyPassword.verify(caller.id(), password, clientDevice));
	}

	private <T> T change(Caller caller, Optional<User> verified, ClientDevice clientDevice, Function<User, T> change) {
		try {
			return this.callerTransaction.run(caller, (user) -> {
				verified.ifPresent((known) -> VerifyPassword.requireUnchanged(known, user));
				return change.apply(user);
			});
		}
		catch (WrongCodeException ex) {
			this.secondFactorCheck.failed(caller.id(), clientDevice);
			throw ex;
		}
	}

	/** A request with the password and the second factor of its sender. */
	public interface Proof {

		/** The current password; null to rely on a recent sign-in. */
		@Nullable String password();

		/** A code of the app or a recovery code, if the account has a second factor. */
		@Nullable String otp();

	}

}
