package org.parley.auth.signin.secondfactor;

import java.util.List;
import java.util.random.RandomGenerator;

import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.signin.verification.VerificationSettings;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.event.EmailProven;
import org.parley.auth.user.event.EmailRestored;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Renews the caller's recovery codes or disables their second factor. Both take the
 * password and a code. Deleted accounts lose theirs, a restored address removes one that
 * an intruder may have added, and where addresses must be verified, the first proof of
 * one that its owner cannot have set up.
 */
@Component
class ChangeSecondFactor {

	private final SecondFactors factors;

	private final VerifyOwner verifyOwner;

	private final RecordCredentialChange recordChange;

	private final RandomGenerator random;

	private final Audit audit;

	private final VerificationSettings verification;

	ChangeSecondFactor(SecondFactors factors, VerifyOwner verifyOwner, RecordCredentialChange recordChange,
			RandomGenerator random, Audit audit, VerificationSettings verification) {
		this.factors = factors;
		this.verifyOwner = verifyOwner;
		this.recordChange = recordChange;
		this.random = random;
		this.audit = audit;
		this.verification = verification;
	}

	/**
	 * Replaces the recovery codes.
	 * @throws RefusalException 403 {@code auth.password-wrong}, {@code auth.otp-wrong};
	 * 404 {@code two-factor.none}; 429 {@code auth.slow-down}
	 */
	List<RecoveryCode> renewCodes(Caller caller, OwnerProof proof, ClientDevice clientDevice) {
		var codes = RecoveryCode.generateSet(this.random);
		this.verifyOwner.verifyBothFactors(caller, proof, clientDevice, (user, factor) -> {
			factor.replaceRecoveryCodes(codes);
			this.factors.save(factor);
			user.revokeLinks();
			return this.recordChange.record(user, SecurityAlert.Kind.RECOVERY_CODES_RENEWED,
					AuditAction.RECOVERY_CODES_RENEWED, null, clientDevice);
		});
		return codes;
	}

	/**
	 * Disables the second factor.
	 * @throws RefusalException as {@link #renewCodes}
	 */
	void disable(Caller caller, OwnerProof proof, ClientDevice clientDevice) {
		this.verifyOwner.verifyBothFactors(caller, proof, clientDevice, (user, factor) -> {
			this.factors.delete(factor);
			user.revokeLinks();
			return this.recordChange.record(user, SecurityAlert.Kind.TWO_FACTOR_DISABLED,
					AuditAction.TWO_FACTOR_DISABLED, null, clientDevice);
		});
	}

	@EventListener
	void on(UserDeleted event) {
		this.factors.deleteById(event.userId());
	}

	@EventListener
	void on(EmailRestored event) {
		this.factors.findById(event.userId())
			.filter((factor) -> !factor.wasEnabledBefore(event.since()))
			.ifPresent(this::remove);
	}

	@EventListener
	void on(EmailProven event) {
		if (this.verification.required()) {
			this.factors.findById(event.userId()).ifPresent(this::remove);
		}
	}

	private void remove(SecondFactor factor) {
		this.factors.delete(factor);
		this.audit.recordWithoutRequest(AuditAction.TWO_FACTOR_RESET, factor.userId(), null, null);
	}

}
