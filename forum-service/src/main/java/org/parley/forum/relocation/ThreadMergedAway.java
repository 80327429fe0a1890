package org.parley.forum.relocation;

/**
 * A thread is part of another. Told within this process, at least once, after it is
 * committed.
 *
 * @param from the thread that was merged
 * @param into the thread where everything is
 */
public record ThreadMergedAway(String from, String into) {
}
