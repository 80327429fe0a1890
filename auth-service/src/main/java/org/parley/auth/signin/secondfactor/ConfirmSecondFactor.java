package org.parley.auth.signin.secondfactor;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.credential.CallerTransaction;
import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Enables a second factor once a code shows that the app has the secret. */
@Component
class ConfirmSecondFactor {

	private final SecondFactors factors;

	private final TotpSecrets totpSecrets;

	private final CallerTransaction callerTransaction;

	private final RecordCredentialChange recordChange;

	private final InstantSource clock;

	private final RandomGenerator random;

	ConfirmSecondFactor(SecondFactors factors, TotpSecrets totpSecrets, CallerTransaction callerTransaction,
			RecordCredentialChange recordChange, InstantSource clock, RandomGenerator random) {
		this.factors = factors;
		this.totpSecrets = totpSecrets;
		this.callerTransaction = callerTransaction;
		this.recordChange = recordChange;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Verifies the first code and issues recovery codes.
	 * @throws RefusalException 404 {@code two-factor.none} before the enrolment; 403
	 * {@code auth.otp-wrong}; 409 {@code two-factor.enabled}
	 */
	List<RecoveryCode> confirm(Caller caller, String code, ClientDevice clientDevice) {
		var recoveryCodes = RecoveryCode.generateSet(this.random);
		this.callerTransaction.run(caller, (user) -> {
			var factor = this.factors.findById(user.id()).orElseThrow(WrongCodeException::none);
			factor.confirm(this.totpSecrets.open(factor), RecoveryCode.parse(code).text(), recoveryCodes,
					this.clock.instant());
			user.revokeLinks();
			this.recordChange.record(user, SecurityAlert.Kind.TWO_FACTOR_ENABLED, AuditAction.TWO_FACTOR_ENABLED, null,
					clientDevice);
			return this.factors.save(factor);
		});
		return recoveryCodes;
	}

}
