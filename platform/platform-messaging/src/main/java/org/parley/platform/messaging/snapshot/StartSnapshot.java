package org.parley.platform.messaging.snapshot;

import java.time.InstantSource;
import java.util.Objects;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.dao.DuplicateKeyException;

/** Starts a snapshot to a queue for an administrator. */
class StartSnapshot {

	private final SnapshotQueues queues;

	private final SnapshotRuns runs;

	private final ClusterLoop loop;

	private final UnitOfWork work;

	private final AdministratorActs acts;

	private final InstantSource clock;

	StartSnapshot(SnapshotQueues queues, SnapshotRuns runs, ClusterLoop loop, UnitOfWork work, AdministratorActs acts,
			InstantSource clock) {
		this.queues = queues;
		this.runs = runs;
		this.loop = loop;
		this.work = work;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Starts a snapshot, or returns the running one.
	 * @throws org.parley.platform.domain.RefusalException 422 {@code snapshot.no-queue},
	 * {@code snapshot.closed} or {@code snapshot.unheard}
	 */
	SnapshotRun begin(String queue, String by) {
		var types = this.queues.typesFor(queue);
		var origin = Objects.requireNonNullElseGet(RequestOrigin.current(), RequestOrigin::begin);
		var run = begin(new SnapshotRun(Ids.next(), queue, true, types, null, 0, by, origin.correlationId(),
				this.clock.instant(), null));
		this.loop.signal();
		return run;
	}

	private SnapshotRun begin(SnapshotRun run) {
		try {
			this.work.run(() -> {
				this.runs.insert(run);
				this.acts.record(AdministratorAct.SNAPSHOT_STARTED, run.by(), run.queue());
			});
			return run;
		}
		catch (DuplicateKeyException ex) {
			return this.runs.findRunning(run.queue()).orElseGet(() -> begin(run));
		}
	}

}
