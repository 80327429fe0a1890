package org.parley.forum.post.moderation;

import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.messaging.inbox.PoisonEventException;

/** Consumes decisions of moderators on posts, and their reversals. */
@EventConsumer("forum_verdicts")
class DecisionListener {

	private final ApplyDecision applyDecision;

	DecisionListener(ApplyDecision applyDecision) {
		this.applyDecision = applyDecision;
	}

	@EventHandler("case.decided")
	void onDecision(CaseDecided decided) {
		this.applyDecision.apply(decided, PoisonEventException.requireKnown(decided.decision()));
	}

	@EventHandler("case.reversed")
	void onReversal(CaseReversed reversed) {
		this.applyDecision.reverse(reversed, PoisonEventException.requireKnown(reversed.decision()));
	}

}
