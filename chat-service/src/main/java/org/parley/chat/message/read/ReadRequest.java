package org.parley.chat.message.read;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Reports how far a member has read.
 *
 * @param seq the number of the last message that the member has read
 */
record ReadRequest(@NotNull(message = "is required") @Min(value = 0, message = "must be at least 0") Long seq) {
}
