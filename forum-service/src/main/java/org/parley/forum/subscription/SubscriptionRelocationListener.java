package org.parley.forum.subscription;

import org.parley.forum.relocation.ThreadRelocated;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets those who follow a thread follow the one that it became part of. */
@Component
class SubscriptionRelocationListener {

	private final Carrying carrying;

	SubscriptionRelocationListener(Carrying carrying) {
		this.carrying = carrying;
	}

	@EventListener
	void on(ThreadRelocated merged) {
		this.carrying.carry(merged.from(), merged.into());
	}

}
