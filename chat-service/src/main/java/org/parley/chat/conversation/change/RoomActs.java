package org.parley.chat.conversation.change;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Conversation;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.messaging.AdministratorActs;

import org.springframework.stereotype.Component;

/**
 * Reports what administrators do with rooms to the audit, in the transaction of the act.
 * Acts of owners in their groups are none.
 */
@Component
class RoomActs {

	private final AdministratorActs acts;

	RoomActs(AdministratorActs acts) {
		this.acts = acts;
	}

	/**
	 * Reports an act if the conversation is a room.
	 * @param by the id of the administrator
	 * @param member the id of the affected member, if there is one
	 */
	void record(AdministratorAct act, Conversation conversation, String by, @Nullable String member) {
		if (conversation.isRoom()) {
			this.acts.record(act, by, member, conversation.name());
		}
	}

}
