package org.parley.chat.message.write;

import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * Requests an edit of a message.
 *
 * @param text the new text in Markdown; may be empty if the message has attachments
 */
record EditMessageRequest(@NotNull(message = "is required") @StorableText(max = 4_000, lines = true) String text) {
}
