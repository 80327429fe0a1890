package org.parley.auth.factor;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;
import org.parley.auth.password.ProvingPassword;
import org.parley.auth.user.User;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for all that signing in takes, before they change what
 * lets them in or lets others act for them.
 */
@Component
public class ProvingOwner {

	private final ProvingPassword proving;

	private final SecondStep step;

	private final UnitOfWork work;

	ProvingOwner(ProvingPassword proving, SecondStep step, UnitOfWork work) {
		this.proving = proving;
		this.step = step;
		this.work = work;
	}

	/**
	 * Makes a change to their account, in one transaction with the code that they show.
	 * @throws ProblemException 403 {@code auth.password-wrong}; where there is a second
	 * factor 403 {@code auth.otp-required}, {@code auth.otp-wrong}; 429
	 * {@code auth.slow-down} after too many of those
	 */
	public <T> T prove(String userId, Proof proof, Client client, Function<User, T> change) {
		var known = this.proving.prove(userId, proof.password(), client);
		try {
			return this.work.run(() -> {
				var user = this.proving.stillProven(known);
				this.step.confirm(user, proof.otp(), client);
				return change.apply(user);
			});
		}
		catch (WrongCodeException ex) {
			this.step.failed(userId, client);
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
