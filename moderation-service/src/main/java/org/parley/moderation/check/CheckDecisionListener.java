package org.parley.moderation.check;

import org.parley.contracts.moderation.CaseDecided;
import org.parley.moderation.subject.ContentRevision;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drops the scheduled check of content that a moderator has decided about. */
@Component
class CheckDecisionListener {

	private final PostChecks postChecks;

	CheckDecisionListener(PostChecks postChecks) {
		this.postChecks = postChecks;
	}

	/** Runs within the transaction of the decision. */
	@EventListener
	void on(CaseDecided decided) {
		this.postChecks.cancelUpTo(decided.content().id(), new ContentRevision(decided.seen(), Long.MAX_VALUE));
	}

}
