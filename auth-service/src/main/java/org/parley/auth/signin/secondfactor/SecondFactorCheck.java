package org.parley.auth.signin.secondfactor;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.password.LoginAttemptThrottle;
import org.parley.auth.signin.secondfactor.TotpSecrets.Result;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/**
 * Verifies codes of second factors. Failures are counted per account, whatever the
 * address: the attacker knows the password, and six digits are soon guessed from many
 * addresses.
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
	 * Redeems the code of a sign-in, if the account has a second factor. Part of the
	 * caller's transaction: of two sign-ins with one code, one succeeds.
	 * @throws WrongCodeException to record with {@link #failed} after the transaction
	 * @throws RefusalException 401 {@code auth.otp-required}; 429 {@code auth.slow-down}
	 * after too many wrong codes
	 */
	public void demand(User user, @Nullable String code, ClientDevice clientDevice) {
		var factor = this.factors.findById(user.id()).filter(SecondFactor::isEnabled);
		if (factor.isEmpty()) {
			return;
		}
		if (code == null) {
			throw new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.otp-required",
					"This account requires a code of its second factor. Send it as otp.");
		}
		if (!redeem(user, factor.get(), code, clientDevice)) {
			throw WrongCodeException.ofSignIn();
		}
	}

	/**
	 * Redeems the code of a signed-in user who makes a sensitive change, if the account
	 * has a second factor. Part of the caller's transaction.
	 * @throws WrongCodeException to record with {@link #failed} after the transaction
	 * @throws RefusalException 403 {@code auth.otp-required}; 429 {@code auth.slow-down}
	 */
	void confirm(User user, @Nullable String code, ClientDevice clientDevice) {
		var factor = this.factors.findById(user.id()).filter(SecondFactor::isEnabled);
		if (factor.isEmpty()) {
			return;
		}
		if (code == null) {
			throw RefusalException.forbidden("auth.otp-required",
					"This account requires a code of its second factor. Send it as otp.");
		}
		if (!redeem(user, factor.get(), code, clientDevice)) {
			throw WrongCodeException.ofChange();
		}
	}

	/**
	 * Redeems the code of a signed-in user and returns their second factor. Part of the
	 * caller's transaction.
	 * @throws WrongCodeException to record with {@link #failed} after the transaction
	 * @throws RefusalException 404 {@code two-factor.none}; 429 {@code auth.slow-down}
	 */
	SecondFactor verify(User user, String code, ClientDevice clientDevice) {
		var factor = this.factors.findById(user.id())
			.filter(SecondFactor::isEnabled)
			.orElseThrow(WrongCodeException::none);
		if (!redeem(user, factor, code, clientDevice)) {
			throw WrongCodeException.ofChange();
		}
		return factor;
	}

	/** Audits a wrong code. */
	public void failed(String userId, ClientDevice clientDevice) {
		this.audit.recordRefusal(AuditAction.CODE_REFUSED, userId, clientDevice);
	}

	private boolean redeem(User user, SecondFactor factor, String code, ClientDevice clientDevice) {
		return this.loginAttemptThrottle.attempt("code:" + user.id(), ANYWHERE,
				() -> redeemNow(user, factor, code, clientDevice));
	}

	private boolean redeemNow(User user, SecondFactor factor, String code, ClientDevice clientDevice) {
		var result = this.totpSecrets.redeem(factor, code);
		if (result == Result.RECOVERY_CODE) {
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.RECOVERY_CODE_USED);
			this.audit.record(AuditAction.RECOVERY_CODE_USED, user.id(), null, clientDevice);
		}
		if (result != Result.INVALID) {
			this.factors.save(factor);
		}
		return result != Result.INVALID;
	}

}
