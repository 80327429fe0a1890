package org.parley.auth.signin.credential;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;

import org.springframework.stereotype.Component;

/** Audits and counts sign-ins and their failures. */
@Component
public class RecordSignIn {

	private final PermittedWays permittedWays;

	private final Audit audit;

	private final MeterRegistry meters;

	RecordSignIn(PermittedWays permittedWays, Audit audit, MeterRegistry meters) {
		this.permittedWays = permittedWays;
		this.audit = audit;
		this.meters = meters;
	}

	/**
	 * Audits a sign-in with a credential of the user's own, if this site permits it. Part
	 * of the caller's transaction.
	 * @param method for the audit; null for a password
	 * @throws org.parley.platform.domain.RefusalException 403 {@code auth.provider-only}
	 */
	public void auditOwn(User user, @Nullable String method, ClientDevice clientDevice) {
		this.permittedWays.requireOwn(user.role());
		audit(user.id(), method, clientDevice);
	}

	/**
	 * Audits a sign-in at a provider. Part of the caller's transaction.
	 */
	public void audit(String userId, @Nullable String method, ClientDevice clientDevice) {
		this.audit.record(AuditAction.SIGNED_IN, userId, method, clientDevice);
	}

	/** Counts a sign-in whose transaction has committed. */
	public void countSuccess() {
		count("success");
	}

	/** Audits and counts a failed sign-in, to an account that may be unknown. */
	public void recordFailure(Failure failure, @Nullable String userId, ClientDevice clientDevice) {
		this.audit.recordAnonymous(failure.action, userId, clientDevice);
		count(failure.outcome);
	}

	private void count(String outcome) {
		this.meters.counter("parley.logins", "outcome", outcome).increment();
	}

	/** Reasons why a sign-in fails. */
	public enum Failure {

		/** The login name or the password is wrong. */
		BAD_CREDENTIALS(AuditAction.SIGN_IN_FAILED, "bad-credentials"),

		/** The passkey is invalid. */
		BAD_PASSKEY(AuditAction.SIGN_IN_FAILED, "bad-passkey"),

		/** The code of the second factor is wrong. */
		WRONG_CODE(AuditAction.CODE_REFUSED, "wrong-code"),

		/** Earlier failures delay the attempt. */
		THROTTLED(AuditAction.SIGN_IN_SLOWED, "slow-down"),

		/** The account is banned or being deleted. */
		REFUSED(AuditAction.SIGN_IN_REFUSED, "banned");

		private final AuditAction action;

		private final String outcome;

		Failure(AuditAction action, String outcome) {
			this.action = action;
			this.outcome = outcome;
		}

	}

}
