package org.parley.contracts.summary;

import java.util.List;

import org.parley.contracts.Publishes;
import org.parley.contracts.forum.ThreadReference;

/**
 * The summary of a thread is ready.
 *
 * @param askers the ids of the accounts that requested it
 * @param engine the model's name, or {@code extractive}
 * @param coveredThrough the number of the last post that it covers
 */
@Publishes("summary.completed")
public record SummaryCompleted(String summaryId, String threadId, ThreadReference thread, List<String> askers,
		String engine, int coveredThrough) implements SummaryOutcome {
}
