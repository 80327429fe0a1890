package org.parley.chat.conversation.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.ConversationKind;

/**
 * A conversation as events refer to it.
 *
 * @param name the name; absent if it has none
 * @param limited true for a room that only the readers of a category may enter; else
 * absent
 */
public record ConversationReference(String id, ConversationKind kind,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean limited) {

	public static ConversationReference of(Conversation conversation) {
		return new ConversationReference(conversation.id(), conversation.kind(), conversation.name(),
				conversation.isLimited() ? true : null);
	}

}
