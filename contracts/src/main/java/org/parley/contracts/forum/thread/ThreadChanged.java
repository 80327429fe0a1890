package org.parley.contracts.forum.thread;

import org.parley.contracts.EventType;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.ThreadData;

/**
 * A thread was changed. Its new state describes the change in full.
 *
 * @param type the change: {@code thread.edited}, {@code thread.locked}, …
 * @param thread the thread after the change
 */
@Publishes({ "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned", "thread.hidden",
		"thread.archived", "thread.removed", "thread.restored" })
public record ThreadChanged(@EventType String type, ThreadData thread, PersonReference by) implements ThreadEvent {
}
