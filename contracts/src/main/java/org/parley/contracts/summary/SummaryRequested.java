package org.parley.contracts.summary;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A summary was requested.
 *
 * @param by the requester; null when the thread's activity started it
 */
@Publishes("summary.requested")
public record SummaryRequested(String summaryId, String threadId,
		@OptionalValue @Nullable PersonReference by) implements ParleyEvent {

	@Override
	public String subject() {
		return this.summaryId;
	}

	@Override
	public String partitionKey() {
		return this.threadId;
	}

}
