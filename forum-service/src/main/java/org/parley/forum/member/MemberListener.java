package org.parley.forum.member;

import org.parley.contracts.account.AccountEvent;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.account.AccountState;

/** Updates members from account events. Duplicate and late events have no effect. */
@EventConsumer(value = "forum_members", repeatable = true)
class MemberListener {

	private final Members members;

	MemberListener(Members members) {
		this.members = members;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.groups-changed",
			"user.verified", "user.banned", "user.unbanned", "user.snapshot" })
	void on(AccountEvent event) {
		this.members.update(AccountState.of(event));
	}

}
