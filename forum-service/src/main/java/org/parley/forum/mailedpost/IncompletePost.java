package org.parley.forum.mailedpost;

import java.time.Instant;

import org.parley.contracts.mail.PostMailed;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mailed post that waits for its pictures; a mail to several addresses is several
 * posts.
 *
 * @param since when its mail was accepted
 * @param dueAt when its pictures are looked for
 */
@Document("incomplete_posts")
@CompoundIndex(def = "{'dueAt': 1}")
@CompoundIndex(def = "{'mailed.authorId': 1}")
record IncompletePost(@Id String id, PostMailed mailed, Instant since, Instant dueAt) {
}
