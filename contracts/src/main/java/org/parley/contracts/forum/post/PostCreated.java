package org.parley.contracts.forum.post;

import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.ThreadReference;

/**
 * A reply was created.
 *
 * @param post the reply
 */
@Publishes("post.created")
public record PostCreated(PostData post, ThreadReference thread) implements PostEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
