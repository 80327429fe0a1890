package org.parley.forum.answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.PostReference;
import org.parley.forum.thread.ThreadData;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A reply is a thread's accepted answer, or is it no longer.
 *
 * @param type {@code answer.accepted} or {@code answer.withdrawn}
 * @param thread as it is now
 * @param post which reply
 * @param by who did it
 */
@Publishes({ "answer.accepted", "answer.withdrawn" })
record AnswerChanged(@JsonIgnore String type, ThreadData thread, PostReference post,
		PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.thread.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
