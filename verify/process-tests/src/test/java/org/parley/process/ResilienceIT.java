package org.parley.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;

/**
 * Runs short drills: accepted writes take effect once and in order while services are
 * killed. {@code ./parley drill all} runs all drills.
 */
@EndToEnd(apart = true)
@EnabledIfSystemProperty(named = "parley.test.drills", matches = "true",
		disabledReason = "drills run with ./parley test --drills")
class ResilienceIT {

	private final RunningSystem system;

	ResilienceIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void noWriteIsLostWhenForumAndWitnessAreKilled() {
		this.system.parley("drill", "brief", "--writes", "300", "--clients", "8", "--rate", "20");
	}

	@Test
	void clientsMissNoReplyWhenRealtimeIsKilled() {
		this.system.parley("drill", "sockets", "--writes", "240", "--clients", "8", "--rate", "6");
	}

}
