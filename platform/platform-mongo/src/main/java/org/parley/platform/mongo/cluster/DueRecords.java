package org.parley.platform.mongo.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store of records that become due.
 *
 * @param <T> the type of the records
 */
public interface DueRecords<T> {

	/** When the next record is due; empty if there is none. */
	Optional<Instant> findNextDue();

	/** Finds due records, the longest waiting first. */
	List<T> findDue(int limit);

	/** Makes a record due later. */
	void postpone(T due);

}
