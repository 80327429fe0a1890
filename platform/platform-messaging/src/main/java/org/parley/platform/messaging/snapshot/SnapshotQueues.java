package org.parley.platform.messaging.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.messaging.catalogue.Catalogue;

/** The queues that receive snapshots of this service. */
class SnapshotQueues {

	private final Catalogue catalogue;

	private final Catalogue.Exchange exchange;

	private final Set<String> snapshots;

	SnapshotQueues(Catalogue catalogue, Catalogue.Exchange exchange, Set<String> snapshots) {
		this.catalogue = catalogue;
		this.exchange = exchange;
		this.snapshots = snapshots;
	}

	/**
	 * The types of snapshots for a queue.
	 * @throws RefusalException 422 {@code snapshot.no-queue}, {@code snapshot.closed} or
	 * {@code snapshot.unheard}
	 */
	List<String> typesFor(String queue) {
		requireOpen(queue);
		var types = this.exchange.events()
			.entrySet()
			.stream()
			.filter((event) -> event.getValue().snapshot() && event.getValue().heardBy().contains(queue))
			.map(Map.Entry::getKey)
			.filter(this.snapshots::contains)
			.toList();
		if (types.isEmpty()) {
			throw refused("snapshot.unheard", "This queue receives no snapshots of this service.");
		}
		return types;
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

	private static RefusalException refused(String code, String detail) {
		return new RefusalException(RefusalKind.UNPROCESSABLE, code, detail);
	}

}
