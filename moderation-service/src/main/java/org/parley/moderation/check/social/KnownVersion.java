package org.parley.moderation.check.social;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The newest version of a social post, a comment or an account that an event has told.
 *
 * @param at when the event was handled; kept as long as older events may arrive
 */
@Document("social_versions")
record KnownVersion(@Id String id, long version, @Indexed(expireAfter = "90d", useGeneratedName = true) Instant at) {
}
