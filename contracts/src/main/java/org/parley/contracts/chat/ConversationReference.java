package org.parley.contracts.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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

	/** Rooms are open to many, and others than their members may find them. */
	@JsonIgnore
	public boolean isRoom() {
		return this.kind == ConversationKind.ROOM;
	}

}
