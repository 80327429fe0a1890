package org.parley.forum.subscription;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * The level of a subscription, in requests and responses.
 *
 * @param level {@code following}, {@code muted} or {@code none}
 */
record SubscriptionLevelRequest(
		@Schema(example = "following") @NotNull(message = "is required") SubscriptionLevel level) {
}
