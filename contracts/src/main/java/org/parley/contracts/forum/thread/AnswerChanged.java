package org.parley.contracts.forum.thread;

import org.parley.contracts.EventType;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.ThreadData;

/**
 * An answer was accepted or withdrawn.
 *
 * @param type {@code answer.accepted} or {@code answer.withdrawn}
 * @param thread the thread after the change
 * @param post the reply
 */
@Publishes({ "answer.accepted", "answer.withdrawn" })
public record AnswerChanged(@EventType String type, ThreadData thread, PostReference post,
		PersonReference by) implements ThreadEvent {
}
