package org.parley.realtime.room;

import org.parley.realtime.coverage.CoverageDelayed;
import org.parley.realtime.coverage.CoverageRestored;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends the members of this instance what it missed while it was disconnected. */
@Component
class RoomRefreshListener {

	private final RoomBroadcaster roomBroadcaster;

	private final MembershipRevoker membershipRevoker;

	RoomRefreshListener(RoomBroadcaster roomBroadcaster, MembershipRevoker membershipRevoker) {
		this.roomBroadcaster = roomBroadcaster;
		this.membershipRevoker = membershipRevoker;
	}

	@EventListener(CoverageRestored.class)
	void onRestored() {
		this.membershipRevoker.reviewAll();
		this.roomBroadcaster.refresh();
	}

	@EventListener(CoverageDelayed.class)
	void onDelayed() {
		this.roomBroadcaster.resync();
	}

}
