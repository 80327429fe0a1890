package org.parley.forum.member;

import org.parley.platform.events.account.AccountEventData;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Updates members from account events. Duplicate and late events have no effect. */
@EventConsumer(value = "forum_members", repeatable = true)
class MemberListener {

	private final Members members;

	private final PersonViews people;

	MemberListener(Members members, PersonViews people) {
		this.members = members;
		this.people = people;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.unbanned", "user.snapshot" })
	void on(AccountEventData event) {
		this.members.update(event);
		this.people.forget();
	}

}
