package org.parley.webhook.forum;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post, as long as something may wait that repeats it.
 *
 * @param id the post's id
 * @param readable whether its readers see it
 * @param version of the post
 * @param at when it was heard of last
 */
@Document("forum_posts")
record PublicPost(@Id String id, boolean readable, long version, Instant at) {
}
