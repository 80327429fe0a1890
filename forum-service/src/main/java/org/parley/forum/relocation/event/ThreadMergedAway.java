package org.parley.forum.relocation.event;

/**
 * A thread was merged into another one. Published within this process, at least once,
 * after the commit.
 *
 * @param from the id of the merged thread
 * @param into the id of the thread that holds its posts
 */
public record ThreadMergedAway(String from, String into) {
}
