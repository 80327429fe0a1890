package org.parley.notification.mail.suppression;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Lets an administrator send mails to a suppressed address again. */
@Component
class LiftSuppression {

	private final Suppressions suppressions;

	private final UnitOfWork unitOfWork;

	private final AdministratorActs acts;

	LiftSuppression(Suppressions suppressions, UnitOfWork unitOfWork, AdministratorActs acts) {
		this.suppressions = suppressions;
		this.unitOfWork = unitOfWork;
		this.acts = acts;
	}

	/**
	 * Lifts a suppression.
	 * @throws RefusalException 404 {@code suppression.not-found}
	 */
	void lift(String id, String by) {
		this.unitOfWork.run(() -> {
			var lifted = this.suppressions.lift(id)
				.orElseThrow(
						() -> RefusalException.notFound("suppression.not-found", "The suppression does not exist."));
			this.acts.record(AdministratorAct.SUPPRESSION_LIFTED, by, lifted.userId(), id);
		});
	}

}
