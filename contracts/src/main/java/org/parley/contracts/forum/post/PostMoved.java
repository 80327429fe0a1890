package org.parley.contracts.forum.post;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.ThreadReference;

/**
 * A post was moved to another thread.
 *
 * @param reference the post, with its number in the new thread
 * @param from the previous thread
 * @param was its number in the previous thread
 * @param status its visibility
 * @param post the post in full; null if its readers may not see it
 * @param by the moderator
 */
@Publishes("post.moved")
public record PostMoved(PostReference reference, ThreadReference thread, ThreadReference from, int was,
		PostStatus status, @OptionalValue @Nullable PostData post, PersonReference by,
		long version) implements PostEvent {

	@Override
	public String subject() {
		return this.reference.id();
	}

}
