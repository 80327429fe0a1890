package org.parley.auth.signin.secondfactor;

import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.event.EmailRestored;
import org.parley.contracts.account.UserDeleted;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes second factors of deleted accounts, and those that an intruder may have added,
 * in the same transaction.
 */
@Component
class SecondFactorCleanupListener {

	private final SecondFactors factors;

	private final Audit audit;

	SecondFactorCleanupListener(SecondFactors factors, Audit audit) {
		this.factors = factors;
		this.audit = audit;
	}

	@EventListener
	void on(UserDeleted event) {
		this.factors.deleteById(event.userId());
	}

	@EventListener
	void on(EmailRestored event) {
		this.factors.findById(event.userId())
			.filter((factor) -> !factor.wasEnabledBefore(event.since()))
			.ifPresent((factor) -> {
				this.factors.delete(factor);
				this.audit.recordWithoutRequest(AuditAction.TWO_FACTOR_RESET, event.userId(), null, null);
			});
	}

}
