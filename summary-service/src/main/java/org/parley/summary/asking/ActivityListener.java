package org.parley.summary.asking;

import org.parley.summary.discussion.ForumThread;
import org.parley.summary.discussion.PostAdded;
import org.parley.summary.discussion.Threads;
import org.parley.summary.engine.SummarySettings;
import org.parley.summary.job.Job;
import org.parley.summary.job.Jobs;
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

	private final Jobs jobs;

	private final Threads threads;

	private final Asking asking;

	ActivityListener(SummarySettings settings, Summaries summaries, Jobs jobs, Threads threads, Asking asking) {
		this.settings = settings;
		this.summaries = summaries;
		this.jobs = jobs;
		this.threads = threads;
		this.asking = asking;
	}

	@EventListener
	void on(PostAdded added) {
		if (this.settings.byActivity() && added.number() >= this.settings.first() && isMuchNew(added)
				&& this.threads.find(added.threadId()).filter(ForumThread::isShown).isPresent()) {
			this.asking.askByActivity(added.threadId());
		}
	}

	private boolean isMuchNew(PostAdded added) {
		int asked = this.jobs.find(added.threadId()).map(Job::through).orElse(0);
		int known = Math.max(asked, this.summaries.coveredThrough(added.threadId()));
		return known < this.settings.first() || added.number() - known >= known * this.settings.share();
	}

}
