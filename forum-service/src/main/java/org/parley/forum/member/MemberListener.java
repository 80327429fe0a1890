package org.parley.forum.member;

import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.UserProfileChanged;
import org.parley.contracts.account.UserRoleChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.account.AccountState;

import org.springframework.context.ApplicationEventPublisher;

/** Updates members from account events. Duplicate and late events have no effect. */
@EventConsumer(value = "forum_members", repeatable = true)
class MemberListener {

	private final Members members;

	private final ApplicationEventPublisher publisher;

	MemberListener(Members members, ApplicationEventPublisher publisher) {
		this.members = members;
		this.publisher = publisher;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.groups-changed",
			"user.verified", "user.banned", "user.unbanned", "user.snapshot" })
	void on(AccountEvent event) {
		this.members.update(AccountState.of(event));
		if (event instanceof UserProfileChanged) {
			this.publisher.publishEvent(new MemberProfileChanged(event.user().id()));
		}
		if (event instanceof UserRoleChanged) {
			this.publisher.publishEvent(new MemberRolesChanged(event.user().id(), event.roles(), event.version()));
		}
	}

}
