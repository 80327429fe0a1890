package org.parley.forum.answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.event.PostReference;
import org.parley.forum.thread.event.ThreadData;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * An answer was accepted or withdrawn.
 *
 * @param type {@code answer.accepted} or {@code answer.withdrawn}
 * @param thread the thread after the change
 * @param post the reply
 * @param by the person who changed it
 */
@Publishes({ "answer.accepted", "answer.withdrawn" })
record AnswerChanged(@JsonIgnore String type, ThreadData thread, PostReference post,
		PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

}
