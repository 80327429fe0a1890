package org.parley.summary.discussion;

/**
 * A post that everybody may read.
 *
 * @param number its place in the thread
 * @param text what it says
 * @param print changes when what it says does
 */
public record Passage(int number, String text, String print) {
}
