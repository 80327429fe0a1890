package org.parley.forum.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A post is in another thread.
 *
 * @param reference which post, with its number in the thread where it is
 * @param thread where it is
 * @param from where it was
 * @param was its number there
 * @param status who sees what it says
 * @param post what it says; absent when its readers may not see it
 * @param by the moderator
 * @param version of the post
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
