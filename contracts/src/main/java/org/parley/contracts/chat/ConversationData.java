package org.parley.contracts.chat;

import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is in events.
 *
 * @param name the name; a direct conversation has none
 * @param categoryId the category whose readers may enter the room; null for everybody
 * @param version increases with every change
 */
public record ConversationData(String id, ConversationKind kind, @Nullable String name, @Nullable String description,
		@Nullable String categoryId, int memberCount, long version) {

}
