package org.parley.realtime.access.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Data of {@code conversation.created}, {@code conversation.changed} and
 * {@code conversation.removed}.
 *
 * @param conversation the conversation's current state
 */
public record ConversationEventData(State conversation) {

	/**
	 * The conversation's current state, as clients receive it but for the category.
	 *
	 * @param kind {@code direct}, {@code group} or {@code room}
	 * @param name the name; null for a direct conversation
	 * @param description the description, or null
	 * @param categoryId the category that its members must be able to read; null for none
	 */
	public record State(String id, String kind, @Nullable String name, @Nullable String description,
			@Nullable String categoryId, int memberCount) {
	}

}
