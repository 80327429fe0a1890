package org.parley.summary.request;

import org.parley.summary.discussion.PostAdded;
import org.parley.summary.discussion.SummarizedThread;
import org.parley.summary.discussion.SummarizedThreads;
import org.parley.summary.engine.SummarySettings;
import org.parley.summary.job.SummaryJob;
import org.parley.summary.job.SummaryJobs;
import org.parley.summary.stored.Summaries;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks for summaries of lively threads: when there is something to sum up, and again when
 * much is new.
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
		if (this.settings.byActivity() && added.number() >= this.settings.first() && isMuchNew(added)
				&& this.summarizedThreads.find(added.threadId()).filter(SummarizedThread::isShown).isPresent()) {
			this.findOrStartSummary.askByActivity(added.threadId());
		}
	}

	private boolean isMuchNew(PostAdded added) {
		int asked = this.summaryJobs.find(added.threadId()).map(SummaryJob::through).orElse(0);
		int known = Math.max(asked, this.summaries.coveredThrough(added.threadId()));
		return known < this.settings.first() || added.number() - known >= known * this.settings.share();
	}

}
