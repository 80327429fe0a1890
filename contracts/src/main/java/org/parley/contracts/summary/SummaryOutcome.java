package org.parley.contracts.summary;

import java.util.List;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.forum.ThreadReference;

/** The outcome of a requested summary, ordered with the events of its thread. */
public sealed interface SummaryOutcome extends ParleyEvent permits SummaryCompleted, SummaryFailed {

	String summaryId();

	String threadId();

	ThreadReference thread();

	/** The ids of the people who requested it. */
	List<String> askers();

	@Override
	default String subject() {
		return summaryId();
	}

	@Override
	default String partitionKey() {
		return threadId();
	}

}
