package org.parley.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;

/**
 * A conversation as events refer to it.
 *
 * @param name the name; absent if it has none
 * @param limited true for a room that only the readers of a category may enter; absent
 * otherwise
 */
public record ConversationReference(String id, ConversationKind kind, @OptionalValue @Nullable String name,
		@OptionalValue @Nullable Boolean limited) {

	/** Whether people who are not members can find and open it. */
	@JsonIgnore
	public boolean isRoom() {
		return this.kind == ConversationKind.ROOM;
	}

}
