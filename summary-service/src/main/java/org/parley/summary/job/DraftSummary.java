package org.parley.summary.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.parley.summary.discussion.post.Passage;
import org.parley.summary.discussion.post.SummarizedPosts;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummaryMaterial;
import org.parley.summary.modelswitch.ModelPermission;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.stereotype.Component;

/** Drafts the summary of a thread by the configured engine. */
@Component
class DraftSummary {

	private final SummarizedPosts summarizedPosts;

	private final Summaries summaries;

	private final SummaryEngine summaryEngine;

	private final ModelPermission modelPermission;

	DraftSummary(SummarizedPosts summarizedPosts, Summaries summaries, SummaryEngine summaryEngine,
			ModelPermission modelPermission) {
		this.summarizedPosts = summarizedPosts;
		this.summaries = summaries;
		this.summaryEngine = summaryEngine;
		this.modelPermission = modelPermission;
	}

	/** The longest time that a draft takes. */
	Duration maxDuration() {
		return this.summaryEngine.maxDuration();
	}

	/**
	 * Drafts a summary, outside of any transaction.
	 * @throws org.parley.summary.engine.NothingToReadException when the thread has no
	 * visible text
	 */
	SummaryDraft draft(SummarizedThread thread) {
		var previous = this.summaries.findCurrent(thread).map(Summary::draft);
		return this.summaryEngine
			.summarize(new ThreadMaterial(thread, previous, this.summarizedPosts, this.modelPermission));
	}

	/**
	 * The stored state of a thread as the input of an engine.
	 *
	 * @param previous the last summary, if it is still current
	 * @param posts the repository of its posts
	 * @param permission decides whether the model may receive it
	 */
	record ThreadMaterial(SummarizedThread thread, Optional<SummaryDraft> previous, SummarizedPosts posts,
			ModelPermission permission) implements SummaryMaterial {

		@Override
		public String title() {
			return this.thread.title();
		}

		@Override
		public List<Passage> sample(int after, int limit) {
			return this.posts.sample(this.thread.id(), after, limit);
		}

		@Override
		public boolean isModelPermitted() {
			return this.permission.isGranted(this.thread.id());
		}

	}

}
