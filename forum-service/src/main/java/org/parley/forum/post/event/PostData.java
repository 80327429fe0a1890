package org.parley.forum.post.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostStatus;
import org.parley.forum.post.Quote;
import org.parley.platform.readmodels.media.AttachedMedium;

/**
 * A post in an event.
 *
 * @param id the post's id
 * @param number its place in the thread
 * @param author its author
 * @param replyTo the post that it replies to, if any
 * @param content the Markdown source
 * @param html the content, rendered and sanitized
 * @param status its visibility
 * @param createdAt when it was created
 * @param editedAt when it was last edited, silent edits excluded
 * @param version grows with every change except votes
 * @param quotes the posts that it quotes
 * @param mentions the usernames that it mentions, in lower case
 * @param media the media that its HTML names
 */
public record PostData(String id, int number, PersonReference author, @Nullable PostReference replyTo, String content,
		String html, PostStatus status, Instant createdAt, @Nullable Instant editedAt, long version,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Quote> quotes,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> mentions,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<AttachedMedium> media) {

	static PostData of(Post post, PersonReference author, @Nullable PostReference replyTo, List<AttachedMedium> media) {
		return new PostData(post.id(), post.number(), author, replyTo, post.content(), post.html(), post.status(),
				post.createdAt(), post.editedAt(), post.version(), post.quotes(), post.mentions(), media);
	}

}
