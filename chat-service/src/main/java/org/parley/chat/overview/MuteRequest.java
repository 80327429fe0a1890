package org.parley.chat.overview;

import java.time.Instant;

import jakarta.validation.constraints.Future;
import org.jspecify.annotations.Nullable;

/**
 * Mutes a conversation.
 *
 * @param until when notifications resume; null turns them on
 */
record MuteRequest(@Future(message = "must be in the future") @Nullable Instant until) {
}
