package org.parley.forum.post;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonView;

/**
 * A post as clients see it, alone and in pages.
 *
 * @param id the post's id
 * @param threadId its thread
 * @param number its place there; 1 opens the thread
 * @param author who wrote it
 * @param replyTo the id of the post that it answers, if any
 * @param content Markdown as it was written; null when the reader may not see it
 * @param html the same, rendered and sanitized; null when the reader may not see it
 * @param status who sees what it says
 * @param moderation whether it was checked
 * @param voteScore votes up minus votes down
 * @param myVote the reader's own vote: 1, 0 or -1
 * @param createdAt when it was written
 * @param editedAt when it was last changed, but for the author's first quarter of an hour
 * @param version grows with every change but those of votes
 */
public record PostView(String id, String threadId, int number, PersonView author, @Nullable String replyTo,
		@Nullable String content, @Nullable String html, PostStatus status, ModerationState moderation, int voteScore,
		int myVote, Instant createdAt, @Nullable Instant editedAt, long version) {

	/**
	 * The post as a reader sees it.
	 * @param full whether this reader sees what it says, whatever its status
	 */
	public static PostView of(Post post, PersonView author, int myVote, boolean full) {
		var shown = full || post.status().isShown();
		return new PostView(post.id(), post.threadId(), post.number(), author, post.replyTo(),
				shown ? post.content() : null, shown ? post.html() : null, post.status(), post.moderation(),
				post.voteScore(), myVote, post.createdAt(), post.editedAt(), post.version());
	}

}
