package org.parley.webhook.delivery;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;

/**
 * Requests to send closed deliveries once more.
 *
 * @param from only messages from this time on
 * @param until only messages before this time; null for all later ones
 * @param status only deliveries with this status; null for failed ones
 * @param cursor continues where another request has ended
 */
record RedeliveryRequest(@NotNull Instant from, @Nullable Instant until,
		@Pattern(regexp = "delivered|failed|withheld|cancelled",
				message = "must be delivered, failed, withheld or cancelled") @Nullable String status,
		@Size(max = 512, message = "must be a cursor of a redelivery") @Nullable String cursor) {

	private static final String ORDER = "redelivery";

	/** The cursor of a request for the deliveries after one. */
	static String cursorAfter(String delivery) {
		return Cursor.next(ORDER, delivery).encoded();
	}

	/** Whether no time is meant. */
	boolean isEmpty() {
		return this.until != null && !this.until.isAfter(this.from);
	}

	/**
	 * The id of the delivery that the last request has ended with; null at the start.
	 * @throws org.parley.platform.domain.RefusalException 400 {@code cursor.invalid}
	 */
	@Nullable String after() {
		return (this.cursor != null) ? Cursor.parse(this.cursor, ORDER, 1).text(0) : null;
	}

	DeliveryStatus wanted() {
		return (this.status != null) ? DeliveryStatus.of(this.status) : DeliveryStatus.FAILED;
	}
}
