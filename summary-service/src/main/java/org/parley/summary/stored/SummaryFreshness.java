package org.parley.summary.stored;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.summary.discussion.post.SummarizedPosts;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.modelswitch.ModelPermission;

import org.springframework.stereotype.Component;

/** Decides whether a summary is recent enough, so that a request starts no new job. */
@Component
public class SummaryFreshness {

	/** How long a summary of the fallback engine is fresh. */
	private static final Duration FALLBACK_LIFETIME = Duration.ofMinutes(10);

	private final SummarizedPosts summarizedPosts;

	private final SummaryEngine summaryEngine;

	private final ModelPermission modelPermission;

	private final InstantSource clock;

	SummaryFreshness(SummarizedPosts summarizedPosts, SummaryEngine summaryEngine, ModelPermission modelPermission,
			InstantSource clock) {
		this.summarizedPosts = summarizedPosts;
		this.summaryEngine = summaryEngine;
		this.modelPermission = modelPermission;
		this.clock = clock;
	}

	/**
	 * Whether a summary covers all posts and comes from the primary engine, or is new.
	 * Where the model is switched off, the summary of either engine is fresh.
	 */
	public boolean isFresh(Summary summary) {
		var draft = summary.draft();
		var isAccepted = draft.engine().equals(this.summaryEngine.name())
				|| this.clock.instant().isBefore(summary.createdAt().plus(FALLBACK_LIFETIME))
				|| !this.modelPermission.isGranted(summary.threadId());
		return isAccepted && draft.coveredThrough() >= this.summarizedPosts.findLastNumber(summary.threadId());
	}

}
