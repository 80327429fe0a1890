package org.parley.realtime.access;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread, as far as rights go.
 *
 * @param id the thread's id
 * @param categoryId where it is
 * @param listed whether everybody sees it who may read its category; else moderators of
 * the category only
 * @param version of the thread
 */
@Document("threads")
record RoomThread(@Id String id, String categoryId, boolean listed, long version) {
}
