package org.parley.auth.signin.secondfactor;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.password.LoginAttemptThrottle;
import org.parley.auth.signin.secondfactor.TotpSecrets.Taken;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Demands a code from who has a second factor. Wrong ones are counted per account,
 * wherever they come from: who gets that far knows the password, and six digits are soon
 * guessed from many addresses.
 */
@Component
public class SecondFactorCheck {

	private static final String ANYWHERE = "anywhere";

	private final SecondFactors factors;

	private final TotpSecrets totpSecrets;

	private final LoginAttemptThrottle loginAttemptThrottle;

	private final SendSecurityAlert sendSecurityAlert;

	private final Audit audit;

	SecondFactorCheck(SecondFactors factors, TotpSecrets totpSecrets, LoginAttemptThrottle loginAttemptThrottle,
			SendSecurityAlert sendSecurityAlert, Audit audit) {
		this.factors = factors;
		this.totpSecrets = totpSecrets;
		this.loginAttemptThrottle = loginAttemptThrottle;
		this.sendSecurityAlert = sendSecurityAlert;
		this.audit = audit;
	}

	/**
	 * Takes the code of somebody who signs in, if they have a second factor. Part of the
	 * transaction that asks, so that of two with one code one comes in.
	 * @throws WrongCodeException to be {@link #failed noted} once the transaction is over
	 * @throws ProblemException 401 {@code auth.otp-required}; 429 {@code auth.slow-down}
	 * after too many wrong codes
	 */
	public void demand(User user, @Nullable String code, ClientDevice clientDevice) {
		var factor = this.factors.findById(user.id()).filter(SecondFactor::isEnabled);
		if (factor.isEmpty()) {
			return;
		}
		if (code == null) {
			throw new ProblemException(HttpStatus.UNAUTHORIZED, "auth.otp-required",
					"This account asks for a code, too. Send it as otp.");
		}
		if (!take(user, factor.get(), code, clientDevice)) {
			throw WrongCodeException.signingIn();
		}
	}

	/**
	 * Takes the code of somebody who is signed in and does something grave, if they have
	 * a second factor. Part of the transaction that asks.
	 * @throws WrongCodeException to be {@link #failed noted} once the transaction is over
	 * @throws ProblemException 403 {@code auth.otp-required}; 429 {@code auth.slow-down}
	 */
	void confirm(User user, @Nullable String code, ClientDevice clientDevice) {
		var factor = this.factors.findById(user.id()).filter(SecondFactor::isEnabled);
		if (factor.isEmpty()) {
			return;
		}
		if (code == null) {
			throw ProblemException.forbidden("auth.otp-required", "This account asks for a code, too. Send it as otp.");
		}
		if (!take(user, factor.get(), code, clientDevice)) {
			throw WrongCodeException.refused();
		}
	}

	/**
	 * The second factor of somebody who is signed in and shows a code of it. Part of the
	 * transaction that asks.
	 * @throws WrongCodeException to be {@link #failed noted} once the transaction is over
	 * @throws ProblemException 404 {@code two-factor.none}; 429 {@code auth.slow-down}
	 */
	SecondFactor prove(User user, String code, ClientDevice clientDevice) {
		var factor = this.factors.findById(user.id())
			.filter(SecondFactor::isEnabled)
			.orElseThrow(WrongCodeException::none);
		if (!take(user, factor, code, clientDevice)) {
			throw WrongCodeException.refused();
		}
		return factor;
	}

	/** Notes a wrong code. */
	public void failed(String userId, ClientDevice clientDevice) {
		this.audit.recordAnonymous(AuditAction.CODE_REFUSED, userId, clientDevice);
	}

	private boolean take(User user, SecondFactor factor, String code, ClientDevice clientDevice) {
		return this.loginAttemptThrottle.attempt("code:" + user.id(), ANYWHERE,
				() -> isTaken(user, factor, code, clientDevice));
	}

	private boolean isTaken(User user, SecondFactor factor, String code, ClientDevice clientDevice) {
		var taken = this.totpSecrets.take(factor, code);
		if (taken == Taken.BY_RECOVERY_CODE) {
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.RECOVERY_CODE_USED);
			this.audit.record(AuditAction.RECOVERY_CODE_USED, user.id(), null, clientDevice);
		}
		if (taken != Taken.NOT) {
			this.factors.save(factor);
		}
		return taken != Taken.NOT;
	}

}
