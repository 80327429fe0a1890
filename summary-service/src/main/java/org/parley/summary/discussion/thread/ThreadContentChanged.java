package org.parley.summary.discussion;

/**
 * Something about a thread may be otherwise now.
 *
 * @param threadId which
 */
public record ThreadContentTouched(String threadId) {
}
