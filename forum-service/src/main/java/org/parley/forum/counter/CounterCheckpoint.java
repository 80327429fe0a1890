package org.parley.forum.counter;

import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far the folder is: one document for the whole forum.
 *
 * @param id always the same
 * @param batch the number of the last batch that was taken
 * @param pending what of that batch is still to be applied; empty when all is
 */
@Document("folds")
record CounterCheckpoint(@Id String id, long batch, List<CounterChange> pending) {

	static final String ONLY = "counters";

	static CounterCheckpoint none() {
		return new CounterCheckpoint(ONLY, 0, List.of());
	}

	boolean isDone() {
		return this.pending.isEmpty();
	}

}
