package org.parley.forum.tally;

import java.util.Set;

/**
 * Counters have new values. Told within this process, at least once for each batch.
 *
 * @param threadIds the threads that show them
 */
public record Folded(Set<String> threadIds) {
}
