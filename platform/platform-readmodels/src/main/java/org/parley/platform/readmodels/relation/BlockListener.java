package org.parley.platform.readmodels.relation;

import java.util.Set;

import org.parley.contracts.social.relation.BlockChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Stores blocks, and announces within this process that one has started. A late start has
 * no effect after an end, because the versions order them.
 */
@EventConsumer(repeatable = true)
class BlockListener {

	private final PersonRelations relations;

	private final ApplicationEventPublisher publisher;

	BlockListener(PersonRelations relations, ApplicationEventPublisher publisher) {
		this.relations = relations;
		this.publisher = publisher;
	}

	@EventHandler({ "block.started", "block.ended", "block.snapshot" })
	void on(BlockChanged event) {
		this.relations.save(PersonRelation.of(event));
		var blocker = event.blocker().id();
		var blocked = event.blocked().id();
		if (event.isPresent() && !this.relations.blockedBy(blocker, Set.of(blocked)).isEmpty()) {
			this.publisher.publishEvent(new BlockStored(blocker, blocked));
		}
	}

}
