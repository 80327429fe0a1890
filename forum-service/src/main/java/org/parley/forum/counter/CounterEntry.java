package org.parley.forum.counter;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A journal entry of a counter change.
 *
 * @param id the entry's id, in the order of creation
 */
@Document("counter_entries")
record CounterEntry(@Id String id, CounterChange change) {
}
