package org.parley.forum.tally;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A note that counters will change.
 *
 * @param id given when it is made
 * @param change by how much
 */
@Document("tallies")
record Tally(@Id String id, Change change) {
}
