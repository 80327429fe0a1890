package org.parley.chat.preference;

import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.relation.PersonRelation;
import org.parley.platform.readmodels.relation.PersonRelations;

/** Stores who follows whom, for people who accept messages from those they follow. */
@EventConsumer(value = "chat_members", repeatable = true)
class ChatFollowListener {

	private final PersonRelations relations;

	ChatFollowListener(PersonRelations relations) {
		this.relations = relations;
	}

	@EventHandler({ "follow.started", "follow.ended", "follow.snapshot" })
	void on(FollowChanged event) {
		this.relations.save(PersonRelation.of(event));
	}

}
