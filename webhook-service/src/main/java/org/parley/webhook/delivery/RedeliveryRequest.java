package org.parley.webhook.delivery;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests to send closed deliveries once more.
 *
 * @param from only messages from this time on
 * @param until only messages before this time; null for all later ones
 * @param status only deliveries with this status; null for failed ones
 */
record RedeliveryRequest(@NotNull Instant from, @Nullable Instant until,
		@Pattern(regexp = "delivered|failed|withheld|cancelled",
				message = "must be delivered, failed, withheld or cancelled") @Nullable String status) {

	/** Whether no time is meant. */
	boolean isEmpty() {
		return this.until != null && !this.until.isAfter(this.from);
	}

	DeliveryStatus wanted() {
		return (this.status != null) ? DeliveryStatus.of(this.status) : DeliveryStatus.FAILED;
	}
}
