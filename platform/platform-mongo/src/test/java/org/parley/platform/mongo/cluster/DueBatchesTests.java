package org.parley.platform.mongo.cluster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.platform.runtime.ProcessRole;

import static org.assertj.core.api.Assertions.assertThat;

class DueBatchesTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final Numbers numbers = new Numbers();

	private final List<Integer> processed = new ArrayList<>();

	@Test
	void failureDelaysOnlyItsRecord() {
		this.numbers.due.addAll(List.of(1, 13, 2));
		assertThat(batches(ProcessRole.WORKER).doBatch()).as("more is due").isFalse();
		assertThat(this.processed).containsExactly(1, 2);
		assertThat(this.numbers.postponed).containsExactly(13);
	}

	@Test
	void fullBatchIsFollowedByAnother() {
		this.numbers.due.addAll(IntStream.rangeClosed(101, 150).boxed().toList());
		assertThat(batches(ProcessRole.ALL).doBatch()).isTrue();
		assertThat(this.processed).hasSize(50);
	}

	@Test
	void onlyWorkersWait() {
		this.numbers.due.add(1);
		assertThat(batches(ProcessRole.ALL).waits()).isTrue();
		assertThat(batches(ProcessRole.API).waits()).isFalse();
	}

	private DueBatches<Integer> batches(ProcessRole role) {
		return new DueBatches<>(this.numbers, this::process, role, InstantSource.fixed(NOW));
	}

	private void process(Integer number) {
		if (number == 13) {
			throw new IllegalArgumentException("unlucky");
		}
		this.processed.add(number);
	}

	private static final class Numbers implements DueRecords<Integer> {

		private final List<Integer> due = new ArrayList<>();

		private final List<Integer> postponed = new ArrayList<>();

		@Override
		public Optional<Instant> findNextDue() {
			return this.due.isEmpty() ? Optional.empty() : Optional.of(NOW);
		}

		@Override
		public List<Integer> findDue(int limit) {
			return this.due.stream().limit(limit).toList();
		}

		@Override
		public void postpone(Integer number) {
			this.postponed.add(number);
		}

	}

}
