package org.parley.chat.person;

import org.parley.contracts.account.AccountEvent;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.account.AccountState;

/** Updates people from account events. Duplicate and late events have no effect. */
@EventConsumer(value = "chat_members", repeatable = true)
class ChatPersonListener {

	private final ChatPeople people;

	ChatPersonListener(ChatPeople people) {
		this.people = people;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.unbanned", "user.snapshot" })
	void on(AccountEvent event) {
		this.people.update(AccountState.of(event));
	}

}
