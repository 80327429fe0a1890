package org.parley.platform.events.snapshot;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Present state on its way to a queue.
 *
 * @param id of the run
 * @param queue where it goes
 * @param running whether it is under way; a queue has one such run at a time
 * @param types what is still to be told, the present one first
 * @param subject the last that was told of the present type
 * @param sent how many events have arrived; those of a page that was interrupted twice
 * @param by who asked for it
 * @param correlationId what its events go back to
 * @param startedAt when it was asked for
 * @param finishedAt when all had arrived
 */
@Document("snapshots")
record SnapshotRun(@Id String id, String queue, boolean running, List<String> types, @Nullable String subject,
		long sent, String by, String correlationId, Instant startedAt, @Nullable Instant finishedAt) {

	/** After a page of the present type. */
	SnapshotRun told(String last, int count) {
		return new SnapshotRun(this.id, this.queue, true, this.types, last, this.sent + count, this.by,
				this.correlationId, this.startedAt, null);
	}

	/** After the last page of the present type. */
	SnapshotRun next(Instant now) {
		var left = this.types.subList(1, this.types.size());
		return new SnapshotRun(this.id, this.queue, !left.isEmpty(), left, null, this.sent, this.by, this.correlationId,
				this.startedAt, left.isEmpty() ? now : null);
	}

}
