package org.parley.summary.request;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.LowerCaseName;
import org.parley.summary.engine.SummarySentence;
import org.parley.summary.stored.Summary;

/**
 * A summary as clients see it.
 *
 * @param status {@code pending}, {@code ready} or {@code failed}
 * @param text all sentences as one text; null without a summary
 * @param sentences the sentences with the numbers of their posts
 * @param engine the model's name, or {@code extractive}
 * @param coveredThrough the number of the last post that it covers
 */
record SummaryView(SummaryStatus status, @Nullable String text, List<SummarySentence> sentences,
		@Nullable String engine, @Nullable Integer coveredThrough, @Nullable Instant createdAt) {

	static SummaryView of(SummaryStatus status, @Nullable Summary summary) {
		return (summary == null) ? new SummaryView(status, null, List.of(), null, null, null)
				: new SummaryView(status, summary.text(), summary.draft().sentences(), summary.draft().engine(),
						summary.draft().coveredThrough(), summary.createdAt());
	}

	/** The status of a summary. */
	enum SummaryStatus implements LowerCaseName {

		/** A job is open; an older summary can be present. */
		PENDING,
		/** The summary is present. */
		READY,
		/** The last job failed, and no summary is present. */
		FAILED;

	}

}
