package org.parley.platform.messaging.deadletter;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

/** Deletes a dead letter for an administrator. */
class DeleteDeadLetter {

	private final DeadLetters letters;

	private final UnitOfWork work;

	private final AdministratorActs acts;

	DeleteDeadLetter(DeadLetters letters, UnitOfWork work, AdministratorActs acts) {
		this.letters = letters;
		this.work = work;
		this.acts = acts;
	}

	void delete(String id, String by) {
		this.work.run(() -> {
			this.letters.remove(this.letters.find(id).orElseThrow(DeadLetterNotFoundException::new));
			this.acts.record(AdministratorAct.DEAD_LETTER_DELETED, by, id);
		});
	}

}
