package org.parley.summary.request;

import org.parley.summary.discussion.post.PostAdded;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.discussion.thread.SummarizedThreads;
import org.parley.summary.engine.SummarySettings;
import org.parley.summary.job.SummaryJob;
import org.parley.summary.job.SummaryJobs;
import org.parley.summary.stored.Summaries;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts summaries of active threads: the first at a number of posts, the next when a
 * share of the posts is new.
 */
@Component
class ActivityListener {

	private final SummarySettings settings;

	private final Summaries summaries;

	private final SummaryJobs summaryJobs;

	private final SummarizedThreads summarizedThreads;

	private final FindOrStartSummary findOrStartSummary;

	ActivityListener(SummarySettings settings, Summaries summaries, SummaryJobs summaryJobs,
			SummarizedThreads summarizedThreads, FindOrStartSummary findOrStartSummary) {
		this.settings = settings;
		this.summaries = summaries;
		this.summaryJobs = summaryJobs;
		this.summarizedThreads = summarizedThreads;
		this.findOrStartSummary = findOrStartSummary;
	}

	@EventListener
	void on(PostAdded added) {
		if (this.settings.byActivity() && added.number() >= this.settings.first() && hasEnoughNewPosts(added)
				&& this.summarizedThreads.find(added.threadId()).filter(SummarizedThread::isShown).isPresent()) {
			this.findOrStartSummary.startByActivity(added.threadId());
		}
	}

	private boolean hasEnoughNewPosts(PostAdded added) {
		int requested = this.summaryJobs.find(added.threadId()).map(SummaryJob::through).orElse(0);
		int covered = Math.max(requested, this.summaries.findCoveredThrough(added.threadId()));
		return covered < this.settings.first() || added.number() - covered >= covered * this.settings.share();
	}

}
