package org.parley.chat.preference;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.events.relation.FollowEventData;
import org.parley.platform.events.relation.PersonRelations;

/** Stores who follows whom, for people who accept messages from those they follow. */
@EventConsumer(value = "chat_members", repeatable = true)
class ChatFollowListener {

	private final PersonRelations relations;

	ChatFollowListener(PersonRelations relations) {
		this.relations = relations;
	}

	@EventHandler("follow.started")
	void started(FollowEventData event) {
		this.relations.save(event.started());
	}

	@EventHandler("follow.ended")
	void ended(FollowEventData event) {
		this.relations.save(event.ended());
	}

}
