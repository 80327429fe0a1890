package org.parley.forum.post.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.ModerationState;
import org.parley.forum.post.PostStatus;
import org.parley.forum.thread.event.ThreadReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * Moderation has checked a post or changed its visibility.
 *
 * @param reference the post
 * @param thread its thread
 * @param status its visibility
 * @param was the previous status
 * @param moderation what was found in it; null if nothing was
 * @param post the post in full; absent if its readers may not see it
 * @param by the moderator; absent if a rule or a model decided
 * @param version the post's version
 */
@Publishes("post.status-changed")
record PostStatusChanged(PostReference reference, ThreadReference thread, PostStatus status, PostStatus was,
		@Nullable ModerationState moderation, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PostData post,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PersonReference by, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.reference.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

}
