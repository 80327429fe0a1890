package org.parley.forum.thread;

import jakarta.validation.constraints.NotNull;
import org.parley.forum.text.StorableText;

/**
 * Asks for a thread to be moved.
 *
 * @param category the slug of where it shall be
 */
record MoveRequest(@NotNull(message = "is required") @StorableText(min = 1, max = 50) String category) {
}
