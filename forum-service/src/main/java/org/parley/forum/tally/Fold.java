package org.parley.forum.tally;

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
record Fold(@Id String id, long batch, List<Change> pending) {

	static final String ONLY = "counters";

	static Fold none() {
		return new Fold(ONLY, 0, List.of());
	}

	boolean isDone() {
		return this.pending.isEmpty();
	}

}
