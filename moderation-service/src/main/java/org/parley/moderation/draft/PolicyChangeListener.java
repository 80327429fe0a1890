package org.parley.moderation.draft;

import org.parley.contracts.moderation.PolicyChanged;
import org.parley.moderation.policy.ActivePolicy;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Tells each instance at once that another policy is in force. */
@EventConsumer(value = "moderation_policy", repeatable = true)
class PolicyChangeListener {

	private final ActivePolicy activePolicy;

	PolicyChangeListener(ActivePolicy activePolicy) {
		this.activePolicy = activePolicy;
	}

	@EventHandler("policy.changed")
	void on(PolicyChanged changed) {
		this.activePolicy.refresh();
	}

}
