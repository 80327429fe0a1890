package org.parley.forum.post;

import java.time.Instant;

import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A previous content of a post.
 *
 * @param version the post's version with this content
 * @param content the Markdown source
 * @param html the content, rendered and sanitized
 * @param until when the content was replaced
 * @param replacedBy the id of the member who replaced it
 */
@Document("post_history")
@CompoundIndex(def = "{'postId': 1, 'version': 1}")
public record PostRevision(@Id String id, String postId, String authorId, long version, String content, String html,
		Instant until, String replacedBy) {

	static PostRevision of(Post post, Instant until, String replacedBy) {
		return new PostRevision(Ids.next(), post.id(), post.authorId(), post.version(), post.content(), post.html(),
				until, replacedBy);
	}

}
