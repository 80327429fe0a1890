package org.parley.platform.mongo.cluster;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionAssignmentTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

	private static final Instant LATER = NOW.plus(PartitionAssignment.ALIVE);

	private final PartitionAssignment none = PartitionAssignment.none("sending", 16);

	@Test
	void singleInstanceHoldsAllPartitions() {
		var alone = this.none.renewed("a", NOW);
		assertThat(alone.of("a")).hasSize(16);
		assertThat(alone.isShared()).isFalse();
	}

	@Test
	void laterInstanceGetsFairShareAfterRelease() {
		var come = this.none.renewed("a", NOW).renewed("b", NOW);
		assertThat(come.of("b")).isEmpty();
		assertThat(come.isShared()).isTrue();
		var given = come.renewed("a", NOW);
		assertThat(given.of("a")).hasSize(8);
		var taken = given.renewed("b", NOW);
		assertThat(taken.of("b")).hasSize(8).doesNotContainAnyElementsOf(taken.of("a"));
	}

	@Test
	void threeInstancesShareUnevenly() {
		var holdings = this.none;
		for (var owner : new String[] { "a", "b", "c", "a", "b", "c", "a", "b", "c" }) {
			holdings = holdings.renewed(owner, NOW);
		}
		var shares = Stream.of("a", "b", "c").map(holdings::of).toList();
		assertThat(shares).allMatch((share) -> share.size() >= 4 && share.size() <= 6);
		assertThat(shares.stream().flatMap((share) -> share.stream())).hasSize(16).doesNotHaveDuplicates();
	}

	@Test
	void expiredInstanceLosesPartitions() {
		var both = this.none.renewed("a", NOW).renewed("b", NOW).renewed("a", NOW).renewed("b", NOW);
		assertThat(both.renewed("b", LATER.minusMillis(1)).of("b")).hasSize(8);
		assertThat(both.renewed("b", LATER).of("b")).hasSize(16);
	}

	@Test
	void instanceWhoseClockWasAheadLosesPartitions() {
		var ahead = this.none.renewed("a", LATER.plusMillis(1));
		assertThat(ahead.renewed("b", NOW).of("b")).hasSize(16);
		assertThat(this.none.renewed("a", LATER).renewed("b", NOW).of("b")).as("clocks may differ a little").isEmpty();
	}

	@Test
	void stoppedInstanceFreesPartitions() {
		var gone = this.none.renewed("a", NOW).renewed("b", NOW).without("a");
		assertThat(gone.of("a")).isEmpty();
		assertThat(gone.renewed("b", NOW).of("b")).hasSize(16);
	}

}
