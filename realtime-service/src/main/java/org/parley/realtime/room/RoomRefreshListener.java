package org.parley.realtime.room;

import org.parley.realtime.coverage.CoverageDelayed;
import org.parley.realtime.coverage.CoverageRestored;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes good for those who are here what this instance did not hear. */
@Component
class RoomRefreshListener {

	private final Broadcasting broadcasting;

	private final ShowingOut showingOut;

	RoomRefreshListener(Broadcasting broadcasting, ShowingOut showingOut) {
		this.broadcasting = broadcasting;
		this.showingOut = showingOut;
	}

	@EventListener(CoverageRestored.class)
	void onRestored() {
		this.showingOut.ofAll();
		this.broadcasting.refresh();
	}

	@EventListener(CoverageDelayed.class)
	void onDelayed() {
		this.broadcasting.resync();
	}

}
