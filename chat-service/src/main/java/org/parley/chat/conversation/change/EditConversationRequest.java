package org.parley.chat.conversation.change;

import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * Requests a change of a group or room; absent properties stay.
 *
 * @param name the new name
 * @param description the new description
 */
public record EditConversationRequest(@StorableText(min = 1, max = 100) @Nullable String name,
		@StorableText(max = 500, lines = true) @Nullable String description) {
}
