package org.parley.forum.member;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears who the people are. What it hears twice, or late, does no harm. */
@Listens(value = "forum_members", repeatable = true)
class UserListener {

	private final Members members;

	UserListener(Members members) {
		this.members = members;
	}

	@Hears({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.unbanned", "user.snapshot" })
	void on(Told told) {
		this.members.learn(told);
	}

}
