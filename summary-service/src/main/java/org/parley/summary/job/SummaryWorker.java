package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.summary.discussion.SummarizedPosts;
import org.parley.summary.discussion.SummarizedThread;
import org.parley.summary.discussion.SummarizedThreads;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Does one job after another, in three steps. <em>Take</em> leases it; <em>make</em> asks
 * the engine, outside of any transaction; <em>finish</em> stores what came of it. A job
 * whose worker dies is taken again when the lease ends, and whoever is late changes
 * nothing.
 */
@Component
class SummaryWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(SummaryWorker.class);

	private static final Duration MARGIN = Duration.ofSeconds(15);

	private static final Duration PAUSE = Duration.ofMillis(500);

	/** A thread may be asked for before its posts are known here. */
	private static final Duration POSTS_COME = Duration.ofSeconds(10);

	private static final int MOST_ATTEMPTS = 30;

	private final SummaryJobs summaryJobs;

	private final SummarizedThreads summarizedThreads;

	private final SummarizedPosts summarizedPosts;

	private final Summaries summaries;

	private final SummaryEngine summaryEngine;

	private final FinishJob finishJob;

	private final InstantSource clock;

	SummaryWorker(SummaryJobs summaryJobs, SummarizedThreads summarizedThreads, SummarizedPosts summarizedPosts,
			Summaries summaries, SummaryEngine summaryEngine, FinishJob finishJob, InstantSource clock) {
		this.summaryJobs = summaryJobs;
		this.summarizedThreads = summarizedThreads;
		this.summarizedPosts = summarizedPosts;
		this.summaries = summaries;
		this.summaryEngine = summaryEngine;
		this.finishJob = finishJob;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.summaryJobs.areDue();
	}

	@Override
	public boolean doBatch() {
		var summaryJob = this.summaryJobs.take(this.summaryEngine.patience().plus(MARGIN));
		summaryJob.ifPresent(this::work);
		return summaryJob.isPresent();
	}

	void work(SummaryJob summaryJob) {
		try (var _ = summaryJob.origin().open()) {
			var thread = this.summarizedThreads.find(summaryJob.threadId())
				.orElseThrow(() -> new IllegalStateException("Nobody can ask for an unknown thread"));
			make(summaryJob, thread);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("attempt", summaryJob.attempts()).setCause(ex).log("A summary cannot be made now");
			this.summaryJobs.putBack(summaryJob, PAUSE.multipliedBy(1L << Math.min(summaryJob.attempts(), 6)));
		}
	}

	private void make(SummaryJob summaryJob, SummarizedThread thread) {
		if (summaryJob.attempts() > MOST_ATTEMPTS) {
			this.finishJob.fail(summaryJob, thread, "gave-up");
			return;
		}
		if (!thread.isShown()) {
			this.finishJob.fail(summaryJob, thread, "nothing-to-read");
			return;
		}
		try {
			var previous = this.summaries.standing(thread).map(Summary::draft);
			finish(summaryJob,
					this.summaryEngine.summarize(new ThreadMaterial(thread, previous, this.summarizedPosts)));
		}
		catch (NothingToReadException ex) {
			waitForPosts(summaryJob, thread);
		}
	}

	/** What changed meanwhile is looked at anew. */
	private void finish(SummaryJob summaryJob, SummaryDraft summaryDraft) {
		var summary = new Summary(summaryJob.threadId(), summaryJob.summaryId(), summaryDraft, this.clock.instant());
		var now = this.summarizedThreads.find(summaryJob.threadId()).orElseThrow();
		if (this.summaries.stands(summary, now)) {
			this.finishJob.complete(summaryJob, now, summary);
			this.summaries.forgetUnlessStanding(summary, now);
		}
		else {
			this.summaryJobs.putBack(summaryJob, Duration.ZERO);
		}
	}

	private void waitForPosts(SummaryJob summaryJob, SummarizedThread thread) {
		if (this.clock.instant().isBefore(summaryJob.requestedAt().plus(POSTS_COME))) {
			this.summaryJobs.putBack(summaryJob, PAUSE);
		}
		else {
			this.finishJob.fail(summaryJob, thread, "nothing-to-read");
		}
	}

}
