package org.parley.auth.factor;

import org.jspecify.annotations.Nullable;
import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.factor.Codes.Taken;
import org.parley.auth.password.Failures;
import org.parley.auth.user.User;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Demands a code from who has a second factor. Wrong ones are counted per account,
 * wherever they come from: who gets that far knows the password, and six digits are soon
 * guessed from many addresses.
 */
@Component
public class SecondStep {

	private static final String ANYWHERE = "anywhere";

	private final SecondFactors factors;

	private final Codes codes;

	private final Failures failures;

	private final Alerting alerting;

	private final Audit audit;

	SecondStep(SecondFactors factors, Codes codes, Failures failures, Alerting alerting, Audit audit) {
		this.factors = factors;
		this.codes = codes;
		this.failures = failures;
		this.alerting = alerting;
		this.audit = audit;
	}

	/**
	 * Takes the code of somebody who signs in, if they have a second factor. Part of the
	 * transaction that asks, so that of two with one code one comes in.
	 * @throws WrongCodeException to be {@link #failed noted} once the transaction is over
	 * @throws ProblemException 401 {@code auth.otp-required}; 429 {@code auth.slow-down}
	 * after too many wrong codes
	 */
	public void demand(User user, @Nullable String code, Client client) {
		var factor = this.factors.findById(user.id()).filter(SecondFactor::isEnabled);
		if (factor.isEmpty()) {
			return;
		}
		if (code == null) {
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "auth.otp-required",
					"This account asks for a code, too. Send it as otp.");
		}
		if (!take(user, factor.get(), code, client)) {
			throw WrongCodeException.signingIn();
		}
	}

	/**
	 * Takes the code of somebody who is signed in and does something grave, if they have
	 * a second factor. Part of the transaction that asks.
	 * @throws WrongCodeException to be {@link #failed noted} once the transaction is over
	 * @throws ProblemException 403 {@code auth.otp-required}; 429 {@code auth.slow-down}
	 */
	void confirm(User user, @Nullable String code, Client client) {
		var factor = this.factors.findById(user.id()).filter(SecondFactor::isEnabled);
		if (factor.isEmpty()) {
			return;
		}
		if (code == null) {
			throw ProblemException.forbidden("auth.otp-required", "This account asks for a code, too. Send it as otp.");
		}
		if (!take(user, factor.get(), code, client)) {
			throw WrongCodeException.refused();
		}
	}

	/**
	 * The second factor of somebody who is signed in and shows a code of it. Part of the
	 * transaction that asks.
	 * @throws WrongCodeException to be {@link #failed noted} once the transaction is over
	 * @throws ProblemException 404 {@code two-factor.none}; 429 {@code auth.slow-down}
	 */
	SecondFactor prove(User user, String code, Client client) {
		var factor = this.factors.findById(user.id())
			.filter(SecondFactor::isEnabled)
			.orElseThrow(WrongCodeException::none);
		if (!take(user, factor, code, client)) {
			throw WrongCodeException.refused();
		}
		return factor;
	}

	/** Notes a wrong code. */
	public void failed(String userId, Client client) {
		this.audit.recordOfStranger(Act.CODE_REFUSED, userId, client);
	}

	private boolean take(User user, SecondFactor factor, String code, Client client) {
		return this.failures.attempt("code:" + user.id(), ANYWHERE, () -> isTaken(user, factor, code, client));
	}

	private boolean isTaken(User user, SecondFactor factor, String code, Client client) {
		var taken = this.codes.take(factor, code);
		if (taken == Taken.BY_RECOVERY_CODE) {
			this.alerting.alert(user, SecurityAlert.Kind.RECOVERY_CODE_USED);
			this.audit.record(Act.RECOVERY_CODE_USED, user.id(), null, client);
		}
		if (taken != Taken.NOT) {
			this.factors.save(factor);
		}
		return taken != Taken.NOT;
	}

}
