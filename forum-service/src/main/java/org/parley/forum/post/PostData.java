package org.parley.forum.post;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;

/**
 * A post in an event.
 *
 * @param id the post's id
 * @param number its place in the thread
 * @param author who wrote it
 * @param replyTo the post that it answers, if any
 * @param content Markdown as it was written
 * @param html the same, rendered and sanitized
 * @param status who sees what it says
 * @param createdAt when it was written
 * @param editedAt when it was last changed, but quietly
 * @param version grows with every change but those of votes
 * @param quotes whom it quotes, if anybody
 */
public record PostData(String id, int number, PersonReference author, @Nullable PostReference replyTo, String content,
		String html, PostStatus status, Instant createdAt, @Nullable Instant editedAt, long version,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Quote> quotes) {

	public static PostData of(Post post, PersonReference author, @Nullable PostReference replyTo) {
		return new PostData(post.id(), post.number(), author, replyTo, post.content(), post.html(), post.status(),
				post.createdAt(), post.editedAt(), post.version(), post.quotes());
	}

}
