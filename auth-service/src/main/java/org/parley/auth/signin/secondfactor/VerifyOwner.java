package org.parley.auth.signin.secondfactor;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.password.VerifyPassword;
import org.parley.auth.tokens.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for all that signing in takes, before they change what
 * lets them in or lets others act for them.
 */
@Component
public class VerifyOwner {

	private final VerifyPassword proving;

	private final SecondFactorCheck step;

	private final HoldSession session;

	private final UnitOfWork work;

	VerifyOwner(VerifyPassword proving, SecondFactorCheck step, HoldSession session, UnitOfWork work) {
		this.proving = proving;
		this.step = step;
		this.session = session;
		this.work = work;
	}

	/**
	 * Makes a change to their account, in one transaction with the code that they show.
	 * Nothing is changed once their session has ended.
	 * @throws ProblemException 403 {@code auth.password-wrong}; where there is a second
	 * factor 403 {@code auth.otp-required}, {@code auth.otp-wrong}; 429
	 * {@code auth.slow-down} after too many of those
	 */
	public <T> T prove(Caller caller, Proof proof, ClientDevice clientDevice, Function<User, T> change) {
		return prove(caller, proof, clientDevice, () -> proof, (user, _) -> change.apply(user));
	}

	/**
	 * The same, with something that takes time and is prepared between the password and
	 * the transaction.
	 */
	public <P, T> T prove(Caller caller, Proof proof, ClientDevice clientDevice, Supplier<P> preparation,
			BiFunction<User, P, T> change) {
		var known = this.proving.prove(caller.id(), proof.password(), clientDevice);
		var prepared = preparation.get();
		try {
			return this.work.run(() -> {
				this.session.requireLive(caller);
				var user = this.proving.stillProven(known);
				this.step.confirm(user, proof.otp(), clientDevice);
				return change.apply(user, prepared);
			});
		}
		catch (WrongCodeException ex) {
			this.step.failed(caller.id(), clientDevice);
			throw ex;
		}
	}

	/**
	 * What they show.
	 *
	 * @param password theirs
	 * @param otp a code of the app, or a recovery code, for accounts that have a second
	 * factor
	 */
	public record Proof(String password, @Nullable String otp) {

		@Override
		public String toString() {
			return "Proof[***]";
		}

	}

}
