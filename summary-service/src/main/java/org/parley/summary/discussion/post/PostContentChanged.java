package org.parley.summary.discussion;

/**
 * Something about a post may be otherwise now.
 *
 * @param threadId where
 * @param number which
 */
public record PostContentTouched(String threadId, int number) {
}
