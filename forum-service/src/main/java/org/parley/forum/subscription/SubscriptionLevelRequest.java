package org.parley.forum.subscription;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * How much a person wants to hear of something, as they say it and as they are told.
 *
 * @param level {@code following}, {@code muted} or {@code none}
 */
record SubscriptionLevelRequest(
		@Schema(example = "following") @NotNull(message = "is required") SubscriptionLevel level) {
}
