package org.parley.chat.conversation.change;

import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;

/** Requests a change of a group or room; absent properties stay. */
public record EditConversationRequest(@ShownName @Nullable String name,
		@StorableText(max = 500, lines = true) @Nullable String description) {
}
