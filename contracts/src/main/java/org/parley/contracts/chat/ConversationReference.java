package org.parley.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;

/**
 * A conversation as events refer to it.
 *
 * @param name the name; absent if it has none
 * @param limited true for a room that only the readers of a category may enter; else
 * absent
 */
public record ConversationReference(String id, ConversationKind kind, @OptionalValue @Nullable String name,
		@OptionalValue @Nullable Boolean limited) {

	/** Rooms are open to many, and others than their members may find them. */
	@JsonIgnore
	public boolean isRoom() {
		return this.kind == ConversationKind.ROOM;
	}

}
