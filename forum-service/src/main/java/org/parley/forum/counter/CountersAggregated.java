package org.parley.forum.counter;

import java.util.Set;

/**
 * Counters have new values. Published within this process, at least once for each batch.
 *
 * @param threadIds the ids of the threads that show them
 */
public record CountersAggregated(Set<String> threadIds) {
}
