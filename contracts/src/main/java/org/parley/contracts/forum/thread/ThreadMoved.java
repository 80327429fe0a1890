package org.parley.contracts.forum.thread;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.CategoryReference;
import org.parley.contracts.forum.ThreadData;

/**
 * A thread was moved to another category.
 *
 * @param thread the thread after the move
 * @param from the previous category
 * @param by the moderator
 */
@Publishes("thread.moved")
public record ThreadMoved(ThreadData thread, CategoryReference from, PersonReference by) implements ThreadEvent {
}
