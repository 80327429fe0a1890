package org.parley.platform.messaging.snapshot;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A snapshot run to a queue.
 *
 * @param queue the receiving queue
 * @param running whether it is running; a queue has at most one running snapshot
 * @param types the types that are not finished, the current one first
 * @param subject the position of the last sent event of the current type
 * @param sent the number of sent events, repeated pages included
 * @param by the id of the administrator
 * @param correlationId the correlation id of its events
 * @param startedAt the time of the request
 * @param finishedAt the time of the end
 */
@Document("snapshots")
record SnapshotRun(@Id String id, String queue, boolean running, List<String> types, @Nullable String subject,
		long sent, String by, String correlationId, Instant startedAt, @Nullable Instant finishedAt) {

	/** The progress after a page of the current type. */
	SnapshotRun advance(String last, int count) {
		return new SnapshotRun(this.id, this.queue, true, this.types, last, this.sent + count, this.by,
				this.correlationId, this.startedAt, null);
	}

	/** The progress after the last page of the current type. */
	SnapshotRun next(Instant now) {
		var left = this.types.subList(1, this.types.size());
		return new SnapshotRun(this.id, this.queue, !left.isEmpty(), left, null, this.sent, this.by, this.correlationId,
				this.startedAt, left.isEmpty() ? now : null);
	}

}
