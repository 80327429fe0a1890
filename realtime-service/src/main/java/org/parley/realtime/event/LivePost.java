package org.parley.realtime.event;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A post as the API shows it. What an event does not know is left out: the client keeps
 * what it has.
 *
 * @param id the post's id
 * @param threadId its thread
 * @param number its place there
 * @param author who wrote it
 * @param replyTo the id of the post that it answers, if any
 * @param content Markdown as it was written
 * @param html the same, rendered and sanitized
 * @param status who sees what it says
 * @param moderation whether it was checked
 * @param voteScore votes up minus votes down
 * @param myVote the reader's own vote
 * @param createdAt when it was written
 * @param editedAt when it was last changed
 * @param version of the post
 */
record LivePost(String id, String threadId, int number, LivePerson author, @Nullable String replyTo, String content,
		String html, String status, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String moderation,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer voteScore,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer myVote, Instant createdAt,
		@Nullable Instant editedAt, long version) {

	/** A post that is new: nobody has voted yet, or checked it. */
	static LivePost fresh(PostChangedData.State post, String threadId) {
		return of(post, threadId, "pending", 0);
	}

	/** A post that says something else, or says it again. */
	static LivePost of(PostChangedData.State post, String threadId, @Nullable String moderation) {
		return of(post, threadId, moderation, null);
	}

	private static LivePost of(PostChangedData.State post, String threadId, @Nullable String moderation,
			@Nullable Integer votes) {
		var parent = post.replyTo();
		return new LivePost(post.id(), threadId, post.number(), post.author(), (parent != null) ? parent.id() : null,
				post.content(), post.html(), post.status(), moderation, votes, votes, post.createdAt(), post.editedAt(),
				post.version());
	}

}
