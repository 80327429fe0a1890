package org.parley.forum.post.view;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.member.PersonView;
import org.parley.forum.post.ModerationState;
import org.parley.forum.post.Post;

/**
 * A post as clients see it, alone and in pages.
 *
 * @param number its place in the thread; number 1 opens it
 * @param replyTo the id of the post that it replies to, if any
 * @param content the Markdown source; null if the reader may not see it
 * @param html the content, rendered and sanitized; null if the reader may not see it
 * @param status its visibility
 * @param moderation what was found in it: {@code flagged}, {@code held}, {@code removed}
 * or, afterwards, {@code cleared}; null if nothing was found
 * @param voteScore votes up minus votes down
 * @param myVote the reader's own vote: 1, 0 or -1
 * @param bookmarked whether the reader has bookmarked it
 * @param editedAt when it was last edited, the author's edits in the first 15 minutes
 * excluded
 * @param version grows with every change except votes
 * @param authorBlocked true if the reader blocks the author; otherwise absent. Pages then
 * withhold the content; the post itself has it
 */
public record PostView(String id, String threadId, int number, PersonView author, @Nullable String replyTo,
		@Nullable String content, @Nullable String html, PostStatus status, @Schema(types = {
				"string", "null" }) @Nullable ModerationState moderation,
		int voteScore, int myVote, boolean bookmarked, Instant createdAt, @Nullable Instant editedAt, long version,
		@OptionalValue @Nullable Boolean authorBlocked){

	/**
	 * Returns the post as a reader without votes and bookmarks sees it.
	 * @param full whether the reader sees the content whatever the status
	 */
	public static PostView of(Post post, PersonView author, boolean full) {
		var shown = full || post.status().isShown();
		return new PostView(post.id(), post.threadId(), post.number(), author, post.replyTo(),
				shown ? post.content() : null, shown ? post.html() : null, post.status(), post.moderation(),
				post.voteScore(), 0, false, post.createdAt(), post.editedAt(), post.version(), null);
	}

	/** The same post with what the reader has marked. */
	PostView markedBy(ReaderMarks.Marks marks) {
		return new PostView(this.id, this.threadId, this.number, this.author, this.replyTo, this.content, this.html,
				this.status, this.moderation, this.voteScore, marks.vote(this.id), marks.isBookmarked(this.id),
				this.createdAt, this.editedAt, this.version, this.authorBlocked);
	}

	/** The same post with the addresses of its media. */
	PostView withHtml(String shown) {
		return new PostView(this.id, this.threadId, this.number, this.author, this.replyTo, this.content, shown,
				this.status, this.moderation, this.voteScore, this.myVote, this.bookmarked, this.createdAt,
				this.editedAt, this.version, this.authorBlocked);
	}

	/** The same post for a reader who blocks its author. */
	PostView ofBlockedAuthor() {
		return new PostView(this.id, this.threadId, this.number, this.author, this.replyTo, this.content, this.html,
				this.status, this.moderation, this.voteScore, this.myVote, this.bookmarked, this.createdAt,
				this.editedAt, this.version, true);
	}

}
