package org.parley.platform.messaging.snapshot;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.runtime.tracing.RequestOrigin;

/** Starts a snapshot to a queue. */
class StartSnapshot {

	private final Catalogue catalogue;

	private final Catalogue.Exchange exchange;

	private final SnapshotRuns runs;

	private final Map<String, Snapshot> snapshots;

	private final ClusterLoop loop;

	private final InstantSource clock;

	StartSnapshot(Catalogue catalogue, Catalogue.Exchange exchange, SnapshotRuns runs, Map<String, Snapshot> snapshots,
			ClusterLoop loop, InstantSource clock) {
		this.catalogue = catalogue;
		this.exchange = exchange;
		this.runs = runs;
		this.snapshots = snapshots;
		this.loop = loop;
		this.clock = clock;
	}

	/**
	 * Starts a snapshot, or returns the running one.
	 * @throws RefusalException 422 {@code snapshot.no-queue}, {@code snapshot.closed} or
	 * {@code snapshot.unheard}
	 */
	SnapshotRun begin(String queue, String by) {
		requireOpen(queue);
		var types = typesFor(queue);
		if (types.isEmpty()) {
			throw refused("snapshot.unheard", "This queue receives no snapshots of this service.");
		}
		var origin = Objects.requireNonNullElseGet(RequestOrigin.current(), RequestOrigin::begin);
		var run = this.runs.begin(new SnapshotRun(Ids.next(), queue, true, types, null, 0, by, origin.correlationId(),
				this.clock.instant(), null));
		this.loop.signal();
		return run;
	}

	private void requireOpen(String name) {
		var queue = this.catalogue.queues().get(name);
		if (queue == null) {
			throw refused("snapshot.no-queue", "This queue does not exist.");
		}
		if (!queue.isShared()) {
			throw refused("snapshot.closed", "This queue has no consumer, or each instance has its own.");
		}
	}

	private List<String> typesFor(String queue) {
		return this.exchange.events()
			.entrySet()
			.stream()
			.filter((event) -> event.getValue().snapshot() && event.getValue().heardBy().contains(queue))
			.map(Map.Entry::getKey)
			.filter(this.snapshots::containsKey)
			.toList();
	}

	private static RefusalException refused(String code, String detail) {
		return new RefusalException(RefusalKind.UNPROCESSABLE, code, detail);
	}

}
