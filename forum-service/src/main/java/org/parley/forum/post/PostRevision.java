package org.parley.forum.post;

import java.time.Instant;

import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a post said before.
 *
 * @param id given when it is kept
 * @param postId which post
 * @param version the post's version at the time
 * @param content Markdown as it was written
 * @param html the same, rendered and sanitized
 * @param until when something else was said
 * @param replacedBy who said something else
 */
@Document("post_history")
public record PostRevision(@Id String id, String postId, long version, String content, String html, Instant until,
		String replacedBy) {

	static PostRevision of(Post post, Instant until, String replacedBy) {
		return new PostRevision(Ids.next(), post.id(), post.version(), post.content(), post.html(), until, replacedBy);
	}

}
