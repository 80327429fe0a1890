package org.parley.contracts.forum.thread;

import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadData;

/**
 * A thread was created.
 *
 * @param post its opening post
 */
@Publishes("thread.created")
public record ThreadCreated(ThreadData thread, PostData post) implements ThreadEvent {
}
