package org.parley.forum.thread.moderation;

import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * Requests the move of a thread to another category.
 *
 * @param category the slug of the new category
 */
record MoveRequest(@NotNull(message = "is required") @StorableText(min = 1, max = 50) String category) {
}
