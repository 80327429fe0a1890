package org.parley.forum.counter;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A note that counters will change.
 *
 * @param id given when it is made
 * @param change by how much
 */
@Document("tallies")
record CounterEntry(@Id String id, CounterChange change) {
}
