package org.parley.e2e;

import org.junit.jupiter.api.Test;

/**
 * What is accepted takes effect once and in order, also when a service and a listener are
 * killed under way. {@code ./parley drill all} is the whole of it.
 */
@EndToEnd
class ResilienceIT {

	private final RunningSystem system;

	ResilienceIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void theLedgerHoldsWhenTheForumAndAListenerAreKilled() {
		this.system.parley("drill", "brief", "--writes", "300", "--clients", "8", "--rate", "20");
	}

	@Test
	void clientsMissNoReplyWhenRealtimeIsKilled() {
		this.system.parley("drill", "sockets", "--writes", "400", "--clients", "8", "--rate", "6");
	}

}
