package org.parley.moderation.cases;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The newest removal or restoration of a post or thread.
 *
 * @param version the version of the post or thread in its event
 */
@Document("removals")
record Removal(@Id String contentId, long version) {
}
