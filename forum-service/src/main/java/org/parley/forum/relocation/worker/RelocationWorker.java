package org.parley.forum.relocation.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.parley.forum.relocation.RelocationKind;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.relocation.ThreadRelocations;
import org.parley.forum.relocation.event.PostsRelocated;
import org.parley.forum.relocation.event.ThreadMergedAway;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.mongo.cluster.Lease;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Merges and splits threads step by step. Each step is one transaction that also records
 * the progress in the {@link ThreadRelocation}, or can be repeated. So the next worker
 * continues after a crash. Two workers at a time, if a lease breaks, cannot harm: the
 * second one finds a changed version.
 */
@Component
class RelocationWorker extends DueWork {

	private static final Duration CLOSING_POLL_INTERVAL = Duration.ofMillis(500);

	private final ThreadRelocations relocations;

	private final ThreadSettlement settlement;

	private final MoveNextBatch moveNextBatch;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	RelocationWorker(ThreadRelocations relocations, ThreadSettlement settlement, MoveNextBatch moveNextBatch,
			ApplicationEventPublisher publisher, UnitOfWork unitOfWork, InstantSource clock) {
		super(clock);
		this.relocations = relocations;
		this.settlement = settlement;
		this.moveNextBatch = moveNextBatch;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Bean
	static ClusterLoop relocationLoop(RelocationWorker relocationWorker, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("thread-relocation", new Lease(mongo, clock, "thread-relocation", Ids.next()),
				relocationWorker);
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.relocations.findNextDue();
	}

	/** Takes one step and returns whether one was due. */
	@Override
	public boolean doBatch() {
		var due = this.relocations.findDue();
		due.ifPresent(this::step);
		return due.isPresent();
	}

	private void step(ThreadRelocation due) {
		try {
			switch (due.state()) {
				case CLOSING -> change(due, this::close);
				case MOVING -> move(due);
				case FINISHING -> finish(due);
				case DONE -> throw new IllegalStateException("A completed relocation is not due");
			}
		}
		catch (RuntimeException ex) {
			this.relocations.postpone(due);
			throw ex;
		}
	}

	private void close(ThreadRelocation relocation) {
		if (this.settlement.isSettled(relocation)) {
			relocation.beginMoving();
		}
		else {
			relocation.postponeUntil(this.clock.instant().plus(CLOSING_POLL_INTERVAL));
		}
	}

	private void move(ThreadRelocation relocation) {
		if (relocation.carried().isEmpty()) {
			change(relocation, this.moveNextBatch::move);
			return;
		}
		this.publisher
			.publishEvent(new PostsRelocated(relocation.carried(), relocation.sourceId(), relocation.targetId()));
		change(relocation, ThreadRelocation::recordFollowed);
	}

	private void finish(ThreadRelocation relocation) {
		if (relocation.kind() == RelocationKind.MERGE) {
			this.publisher.publishEvent(new ThreadMergedAway(relocation.sourceId(), relocation.targetId()));
		}
		change(relocation, (current) -> current.complete(this.clock.instant()));
	}

	/** Takes a step in one transaction, unless another worker has taken it. */
	private void change(ThreadRelocation read, Consumer<ThreadRelocation> step) {
		this.unitOfWork.run(() -> {
			var current = this.relocations.find(read.id()).orElseThrow();
			if (Objects.equals(current.version(), read.version())) {
				step.accept(current);
				this.relocations.save(current);
			}
		});
	}

}
