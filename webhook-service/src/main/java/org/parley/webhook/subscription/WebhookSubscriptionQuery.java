package org.parley.webhook.subscription;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the subscriptions to list.
 *
 * @param cursor where the walk stands
 * @param limit of one page
 */
record WebhookSubscriptionQuery(@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "is at least 1") @Max(value = 100,
				message = "is at most 100") @Nullable Integer limit) {

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

}
