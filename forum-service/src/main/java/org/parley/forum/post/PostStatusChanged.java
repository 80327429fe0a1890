package org.parley.forum.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * Moderation has looked at a post, or changed who sees it.
 *
 * @param reference which post
 * @param thread where
 * @param status who sees what it says
 * @param was the status before
 * @param moderation whether its present content has been checked
 * @param post what it says; absent when its readers may not see it
 * @param by the moderator; absent when a rule or a model decided
 * @param version of the post
 */
@Publishes("post.status-changed")
record PostStatusChanged(PostReference reference, ThreadReference thread, PostStatus status, PostStatus was,
		ModerationState moderation, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PostData post,
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
