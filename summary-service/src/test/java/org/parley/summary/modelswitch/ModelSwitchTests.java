package org.parley.summary.modelswitch;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.summary.discussion.thread.SummaryPerson;

import static org.assertj.core.api.Assertions.assertThat;

class ModelSwitchTests {

	private static final SummaryPerson ALICE = new SummaryPerson("alice-id", "alice", "Alice");

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final ModelSwitch initial = ModelSwitch.initial("a-category");

	@Test
	void initialSwitchIsOn() {
		assertThat(this.initial.enabled()).isTrue();
		assertThat(this.initial.changedBy()).isNull();
		assertThat(this.initial.changedAt()).isNull();
	}

	@Test
	void turnedSwitchNamesAdministratorAndTime() {
		var off = this.initial.turn(false, ALICE, NOW);
		assertThat(off.enabled()).isFalse();
		assertThat(off.changedBy()).isEqualTo(ALICE);
		assertThat(off.changedAt()).isEqualTo(NOW);
		assertThat(off.turn(true, ALICE, NOW).enabled()).isTrue();
	}

	@Test
	void switchInSamePositionIsUnchanged() {
		assertThat(this.initial.turn(true, ALICE, NOW)).isSameAs(this.initial);
	}

}
