package org.parley.social.explore;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The best posts of a window at a time. Pages of one walk read the same ranking, so no
 * post comes twice while scores change.
 *
 * @param id the window and the time
 * @param postIds the posts, best first
 * @param expiresAt when it is deleted
 */
@Document("rankings")
record TopPosts(@Id String id, List<String> postIds,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {
}
