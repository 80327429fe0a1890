package org.parley.contracts.forum.thread;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.ThreadReference;

/**
 * A thread was split from another one. A separate event announces each moved post.
 *
 * @param from the previous thread of its posts
 * @param by the moderator
 */
@Publishes("thread.split")
public record ThreadSplit(ThreadData thread, ThreadReference from, PersonReference by) implements ThreadEvent {
}
