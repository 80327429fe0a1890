package org.parley.summary.discussion;

/**
 * Somebody has replied.
 *
 * @param threadId where
 * @param number which place the reply has
 */
public record PostAdded(String threadId, int number) {
}
