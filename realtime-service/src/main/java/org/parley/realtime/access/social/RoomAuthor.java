package org.parley.realtime.access.social;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person who has made their account private, at least once.
 *
 * @param closed whether only followers see the person's public posts
 * @param version the number of the change
 */
@Document("social_authors")
record RoomAuthor(@Id String id, boolean closed, long version) {
}
