package org.parley.realtime.access;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Stored read rights of a thread.
 *
 * @param categoryId the category that contains the thread
 * @param listed whether all readers of the category see the thread; otherwise only the
 * category's moderators do
 */
@Document("threads")
record RoomThread(@Id String id, String categoryId, boolean listed, long version) {
}
