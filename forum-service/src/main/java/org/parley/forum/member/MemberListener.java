package org.parley.forum.member;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.account.AccountEventData;

/** Updates members from account events. Duplicate and late events have no effect. */
@EventConsumer(value = "forum_members", repeatable = true)
class MemberListener {

	private final Members members;

	MemberListener(Members members) {
		this.members = members;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.unbanned", "user.snapshot" })
	void on(AccountEventData event) {
		this.members.update(event);
	}

}
