package org.parley.forum.post;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.counter.VoteTotals;
import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ThreadReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A post as it is now.
 *
 * @param post in full; what a removed one said is not repeated
 * @param thread where
 * @param votes on the post
 */
@Publishes("post.snapshot")
record PostSnapshot(State post, ThreadReference thread, VoteTotals votes) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

	@Override
	public String partitionKey() {
		return this.thread.id();
	}

	/**
	 * What the post is.
	 *
	 * @param id the post's id
	 * @param number its place in the thread
	 * @param author who wrote it
	 * @param replyTo the post that it answers, if any
	 * @param depth how many posts are between it and the thread
	 * @param content Markdown as it was written; absent when the post is gone
	 * @param html the same, rendered and sanitized; absent when the post is gone
	 * @param status who sees what it says
	 * @param createdAt when it was written
	 * @param editedAt when it was last changed, but quietly
	 * @param version grows with every change but those of votes
	 */
	record State(String id, int number, PersonReference author, @Nullable PostReference replyTo, int depth,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String content,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String html, PostStatus status, Instant createdAt,
			@Nullable Instant editedAt, long version) {
	}

}
