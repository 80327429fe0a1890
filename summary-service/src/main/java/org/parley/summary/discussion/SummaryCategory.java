package org.parley.summary.discussion;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category: who may read in it.
 *
 * @param id the category's id
 * @param readers the least role that may read
 * @param version of the category; the highest there is when it is gone
 */
@Document("categories")
record SummaryCategory(@Id String id, SummaryAudience readers, long version) {
}
