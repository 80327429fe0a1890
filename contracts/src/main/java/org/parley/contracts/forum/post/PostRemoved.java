package org.parley.contracts.forum.post;

import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.ThreadReference;

/**
 * A post was deleted or removed. The event does not contain its content.
 *
 * @param status deleted by its author, or removed by a moderator
 * @param by the person who removed it
 */
@Publishes("post.removed")
public record PostRemoved(PostReference post, ThreadReference thread, PostStatus status, long version,
		PersonReference by) implements PostEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
