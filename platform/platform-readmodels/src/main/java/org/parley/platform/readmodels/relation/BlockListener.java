package org.parley.platform.readmodels.relation;

import org.parley.contracts.social.relation.BlockChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Stores blocks, and announces within this process that one has started. A late start
 * never overrides an end, because the versions order them.
 */
@EventConsumer(repeatable = true)
class BlockListener {

	private final PersonRelations relations;

	private final ApplicationEventPublisher publisher;

	BlockListener(PersonRelations relations, ApplicationEventPublisher publisher) {
		this.relations = relations;
		this.publisher = publisher;
	}

	@EventHandler({ "block.started", "block.ended" })
	void on(BlockChanged event) {
		this.relations.save(PersonRelation.of(event));
		if (event.isPresent()) {
			this.publisher.publishEvent(new BlockStored(event.blocker().id(), event.blocked().id()));
		}
	}

}
