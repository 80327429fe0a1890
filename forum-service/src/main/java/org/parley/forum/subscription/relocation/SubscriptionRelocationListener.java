package org.parley.forum.subscription.relocation;

import org.parley.forum.relocation.ThreadMergedAway;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets those who follow a thread follow the one that it became part of. */
@Component
class SubscriptionRelocationListener {

	private final MigrateSubscriptions migrateSubscriptions;

	SubscriptionRelocationListener(MigrateSubscriptions migrateSubscriptions) {
		this.migrateSubscriptions = migrateSubscriptions;
	}

	@EventListener
	void on(ThreadMergedAway merged) {
		this.migrateSubscriptions.carry(merged.from(), merged.into());
	}

}
