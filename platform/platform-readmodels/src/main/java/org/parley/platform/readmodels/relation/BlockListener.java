package org.parley.platform.readmodels.relation;

import org.parley.contracts.social.relation.BlockChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Stores blocks. A late start never overrides an end, because the versions order them.
 */
@EventConsumer(repeatable = true)
class BlockListener {

	private final PersonRelations relations;

	BlockListener(PersonRelations relations) {
		this.relations = relations;
	}

	@EventHandler({ "block.started", "block.ended" })
	void on(BlockChanged event) {
		this.relations.save(PersonRelation.of(event));
	}

}
