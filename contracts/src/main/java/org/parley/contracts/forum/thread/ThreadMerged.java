package org.parley.contracts.forum.thread;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.ThreadReference;

/**
 * A thread was merged into another one.
 *
 * @param thread the merged thread, which is now removed
 * @param into the thread that holds its posts
 * @param by the moderator
 */
@Publishes("thread.merged")
public record ThreadMerged(ThreadData thread, ThreadReference into, PersonReference by) implements ThreadEvent {
}
