package org.parley.moderation.check;

import org.parley.moderation.cases.CaseDecided;
import org.parley.moderation.subject.ContentRevision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person has decided about is not checked again until it says something else. */
@Component
class CheckDecisionListener {

	private final PostChecks postChecks;

	CheckDecisionListener(PostChecks postChecks) {
		this.postChecks = postChecks;
	}

	/** Within the transaction of the decision. */
	@EventListener
	void on(CaseDecided decided) {
		this.postChecks.drop(decided.post().id(), new ContentRevision(decided.contentVersion(), Long.MAX_VALUE));
	}

}
