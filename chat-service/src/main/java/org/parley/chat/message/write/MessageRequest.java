package org.parley.chat.message.write;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * Requests to send a message.
 *
 * @param text the text in Markdown
 * @param replyTo the id of the message to answer, in the same conversation
 * @param clientId an id that the client gives the message, so that a repeated request
 * sends nothing
 */
record MessageRequest(@NotNull(message = "is required") @StorableText(min = 1, max = 4_000, lines = true) String text,
		@StorableText(min = 1, max = 50) @Nullable String replyTo,
		@StorableText(min = 1, max = 100) @Nullable String clientId) {
}
