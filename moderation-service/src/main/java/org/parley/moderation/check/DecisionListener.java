package org.parley.moderation.check;

import org.parley.moderation.cases.CaseDecided;
import org.parley.moderation.subject.Revision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person has decided about is not checked again until it says something else. */
@Component
class DecisionListener {

	private final Checks checks;

	DecisionListener(Checks checks) {
		this.checks = checks;
	}

	/** Within the transaction of the decision. */
	@EventListener
	void on(CaseDecided decided) {
		this.checks.drop(decided.post().id(), new Revision(decided.contentVersion(), Long.MAX_VALUE));
	}

}
