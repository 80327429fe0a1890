package org.parley.realtime.event;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.category.CategoryRemoved;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Updates read rights of categories and ends the memberships of sockets that may no
 * longer read them.
 * <p>
 * The shared queue is handled in order with the recorded events, so a join that waits for
 * the log checks rights that are as new.
 */
@EventConsumer(value = { "realtime", "realtime_replay" }, repeatable = true)
class CategoryRightsListener {

	private final ReadRights readRights;

	private final MembershipRevoker membershipRevoker;

	CategoryRightsListener(ReadRights readRights, MembershipRevoker membershipRevoker) {
		this.readRights = readRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler({ "category.created", "category.changed" })
	void onChanged(CategoryChanged event) {
		this.readRights.update(event.category());
		this.membershipRevoker.reviewDependingOn(event.category().id());
	}

	@EventHandler("category.removed")
	void onRemoved(CategoryRemoved event) {
		this.readRights.remove(event.category().id());
		this.membershipRevoker.reviewDependingOn(event.category().id());
	}

}
