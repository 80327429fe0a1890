package org.parley.realtime.event;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.access.CategoryRightsEventData;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.access.RemovedCategoryEventData;
import org.parley.realtime.room.MembershipRevoker;

/**
 * Updates read rights of categories and ends the memberships of sockets that may no
 * longer read them.
 */
abstract class CategoryRightsListener {

	private final ReadRights readRights;

	private final MembershipRevoker membershipRevoker;

	CategoryRightsListener(ReadRights readRights, MembershipRevoker membershipRevoker) {
		this.readRights = readRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler({ "category.created", "category.changed" })
	void onChanged(CategoryRightsEventData event) {
		this.readRights.update(event);
		this.membershipRevoker.reviewDependingOn(event.category().id());
	}

	@EventHandler("category.removed")
	void onRemoved(RemovedCategoryEventData event) {
		this.readRights.remove(event);
		this.membershipRevoker.reviewDependingOn(event.category().id());
	}

	/** Handles the instance's own queue. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends CategoryRightsListener {

		Live(ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(readRights, membershipRevoker);
		}

	}

	/**
	 * Handles the shared queue in order with the recorded events, so a join that waits
	 * for the log checks rights that are as new.
	 */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends CategoryRightsListener {

		Recorded(ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(readRights, membershipRevoker);
		}

	}

}
