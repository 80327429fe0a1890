package org.parley.social.feed.store;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An author with more followers than posts are written to. Their posts are merged into
 * feeds on reading, for ever: posts of that time are in no feed.
 *
 * @param since when the author has become large
 */
@Document("large_authors")
record LargeAuthor(@Id String id, Instant since) {
}
