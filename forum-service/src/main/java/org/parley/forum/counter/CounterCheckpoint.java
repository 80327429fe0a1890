package org.parley.forum.counter;

import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The progress of the counter aggregator: one document for the whole forum.
 *
 * @param id always {@link #ONLY}
 * @param batch the number of the last taken batch
 * @param pending the sums of that batch; empty once it is closed
 */
@Document("counter_checkpoints")
record CounterCheckpoint(@Id String id, long batch, List<CounterChange> pending) {

	static final String ONLY = "counters";

	boolean isDone() {
		return this.pending.isEmpty();
	}

}
