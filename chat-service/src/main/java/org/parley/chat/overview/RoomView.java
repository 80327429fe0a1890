package org.parley.chat.overview;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A room as people see it who may join it.
 *
 * @param category the slug of the category whose readers may enter the room
 * @param joined whether the reader is a member
 */
record RoomView(String id, @Nullable String name, @Nullable String description, @Nullable String category,
		int memberCount, boolean joined, Instant createdAt) {
}
