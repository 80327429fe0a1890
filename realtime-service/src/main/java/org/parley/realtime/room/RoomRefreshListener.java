package org.parley.realtime.room;

import org.parley.realtime.coverage.CoverageDelayed;
import org.parley.realtime.coverage.CoverageRestored;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes good for those who are here what this instance did not hear. */
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
		this.membershipRevoker.ofAll();
		this.roomBroadcaster.refresh();
	}

	@EventListener(CoverageDelayed.class)
	void onDelayed() {
		this.roomBroadcaster.resync();
	}

}
