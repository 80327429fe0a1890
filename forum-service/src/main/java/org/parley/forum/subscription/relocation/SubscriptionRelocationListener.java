package org.parley.forum.subscription.relocation;

import org.parley.forum.relocation.event.ThreadMergedAway;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the followers of a merged thread to the target thread. */
@Component
class SubscriptionRelocationListener {

	private final MigrateSubscriptions migrateSubscriptions;

	SubscriptionRelocationListener(MigrateSubscriptions migrateSubscriptions) {
		this.migrateSubscriptions = migrateSubscriptions;
	}

	@EventListener
	void on(ThreadMergedAway merged) {
		this.migrateSubscriptions.migrate(merged.from(), merged.into());
	}

}
