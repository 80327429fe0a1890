package org.parley.realtime.access.conversation;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored rights of a conversation.
 *
 * @param categoryId the category that its members must be able to read; null for none
 */
@Document("conversations")
record RoomConversation(@Id String id, @Nullable String categoryId, boolean removed) {
}
