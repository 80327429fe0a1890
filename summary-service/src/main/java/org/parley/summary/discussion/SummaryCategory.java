package org.parley.summary.discussion;

import org.parley.platform.security.category.Audience;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The read access of a category.
 *
 * @param id the category's id
 * @param readers the lowest audience that can read it
 * @param version the category's version; {@link Long#MAX_VALUE} after its removal
 */
@Document("categories")
record SummaryCategory(@Id String id, Audience readers, long version) {
}
