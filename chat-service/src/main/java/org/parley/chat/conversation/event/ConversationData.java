package org.parley.chat.conversation.event;

import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.ConversationKind;

/**
 * A conversation as it is in events.
 *
 * @param name the name; a direct conversation has none
 * @param categoryId the category whose readers may enter the room; null for everybody
 * @param version increases with every change
 */
record ConversationData(String id, ConversationKind kind, @Nullable String name, @Nullable String description,
		@Nullable String categoryId, int memberCount, long version) {

	static ConversationData of(Conversation conversation) {
		return new ConversationData(conversation.id(), conversation.kind(), conversation.name(),
				conversation.description(), conversation.categoryId(), conversation.memberCount(),
				conversation.version());
	}

}
