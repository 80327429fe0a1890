package org.parley.forum.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A post says something else, or is back.
 *
 * @param type {@code post.edited} or {@code post.restored}
 * @param post as it is now
 * @param thread where
 * @param by who did it
 */
@Publishes({ "post.edited", "post.restored" })
record PostChanged(@JsonIgnore String type, PostData post, ThreadReference thread,
		PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
