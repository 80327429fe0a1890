package org.parley.platform.readmodels.relation;

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

	@EventHandler("block.started")
	void started(BlockEventData event) {
		this.relations.save(event.started());
	}

	@EventHandler("block.ended")
	void ended(BlockEventData event) {
		this.relations.save(event.ended());
	}

}
