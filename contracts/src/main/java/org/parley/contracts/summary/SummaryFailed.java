package org.parley.contracts.summary;

import java.util.List;

import org.parley.contracts.Publishes;
import org.parley.contracts.forum.ThreadReference;

/**
 * A thread could not be summarized.
 *
 * @param askers the ids of the accounts that requested it
 * @param code the reason
 */
@Publishes("summary.failed")
public record SummaryFailed(String summaryId, String threadId, ThreadReference thread, List<String> askers,
		String code) implements SummaryOutcome {
}
