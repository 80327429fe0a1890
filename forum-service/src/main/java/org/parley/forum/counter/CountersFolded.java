package org.parley.forum.counter;

import java.util.Set;

/**
 * Counters have new values. Told within this process, at least once for each batch.
 *
 * @param threadIds the threads that show them
 */
public record CountersFolded(Set<String> threadIds) {
}
