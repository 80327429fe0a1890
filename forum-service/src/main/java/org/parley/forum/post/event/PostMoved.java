package org.parley.forum.post.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.PostStatus;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A post was moved to another thread.
 *
 * @param reference the post, with its number in the new thread
 * @param thread the new thread
 * @param from the previous thread
 * @param was its number in the previous thread
 * @param status its visibility
 * @param post the post in full; absent if its readers may not see it
 * @param by the moderator
 * @param version the post's version
 */
@Publishes("post.moved")
record PostMoved(PostReference reference, ThreadReference thread, ThreadReference from, int was, PostStatus status,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PostData post, PersonReference by,
		long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.reference.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
