package org.parley.summary.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

	/**
	 * The number of the post that starts the next summary, by thread. An outdated number
	 * costs a query, or delays a summary by some posts after removals.
	 */
	private final Cache<String, Integer> nextStarts = Caffeine.newBuilder().maximumSize(10_000).build();

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
		if (this.settings.byActivity() && added.number() >= this.settings.first() && mayStart(added)
				&& this.summarizedThreads.find(added.threadId()).filter(SummarizedThread::isShown).isPresent()
				&& added.number() >= findNextStart(added.threadId())) {
			this.findOrStartSummary.startByActivity(added.threadId())
				.ifPresent((job) -> this.nextStarts.put(added.threadId(), nextStartAfter(job.through())));
		}
	}

	private boolean mayStart(PostAdded added) {
		var known = this.nextStarts.getIfPresent(added.threadId());
		return known == null || added.number() >= known;
	}

	private int findNextStart(String threadId) {
		int requested = this.summaryJobs.find(threadId).map(SummaryJob::through).orElse(0);
		int covered = Math.max(requested, this.summaries.findCoveredThrough(threadId));
		int next = nextStartAfter(covered);
		this.nextStarts.put(threadId, next);
		return next;
	}

	private int nextStartAfter(int covered) {
		return (covered < this.settings.first()) ? this.settings.first()
				: covered + (int) Math.ceil(covered * this.settings.share());
	}

}
