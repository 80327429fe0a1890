package org.parley.realtime.event;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.realtime.access.CategoryRightsData;
import org.parley.realtime.access.ReadRights;
import org.parley.realtime.access.RemovedCategoryData;
import org.parley.realtime.room.MembershipRevoker;

/** Hears who may read categories, and shows out who may not any more. */
abstract class CategoryRightsListener {

	private final ReadRights readRights;

	private final MembershipRevoker membershipRevoker;

	CategoryRightsListener(ReadRights readRights, MembershipRevoker membershipRevoker) {
		this.readRights = readRights;
		this.membershipRevoker = membershipRevoker;
	}

	@EventHandler({ "category.created", "category.changed" })
	void onChanged(CategoryRightsData told) {
		this.readRights.learn(told);
		this.membershipRevoker.ofCategory(told.category().id());
	}

	@EventHandler("category.removed")
	void onRemoved(RemovedCategoryData told) {
		this.readRights.learn(told);
		this.membershipRevoker.ofCategory(told.category().id());
	}

	/** Shows out those who are on this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends CategoryRightsListener {

		Live(ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(readRights, membershipRevoker);
		}

	}

	/**
	 * Knows after what came before it in the same queue who may read, so a join that
	 * waits for the log asks for rights that are as new.
	 */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends CategoryRightsListener {

		Recorded(ReadRights readRights, MembershipRevoker membershipRevoker) {
			super(readRights, membershipRevoker);
		}

	}

}
