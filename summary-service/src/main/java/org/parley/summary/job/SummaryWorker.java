package org.parley.summary.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.discussion.thread.SummarizedThreads;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummarySettings;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Claims due jobs one by one, drafts each summary outside of a transaction and finishes
 * the job. The job of a dead worker becomes due again when its claim expires; a worker
 * whose claim has expired changes nothing.
 */
@Component
class SummaryWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(SummaryWorker.class);

	private static final Duration CLAIM_MARGIN = Duration.ofSeconds(15);

	private static final Duration RETRY_DELAY = Duration.ofMillis(500);

	/** How long a job waits for a thread's posts to arrive. */
	private static final Duration POST_ARRIVAL = Duration.ofSeconds(10);

	private static final int MAX_ATTEMPTS = 30;

	private final SummaryJobs summaryJobs;

	private final SummarizedThreads summarizedThreads;

	private final Summaries summaries;

	private final DraftSummary draftSummary;

	private final FinishJob finishJob;

	private final InstantSource clock;

	SummaryWorker(SummaryJobs summaryJobs, SummarizedThreads summarizedThreads, Summaries summaries,
			DraftSummary draftSummary, FinishJob finishJob, InstantSource clock) {
		super(clock);
		this.summaryJobs = summaryJobs;
		this.summarizedThreads = summarizedThreads;
		this.summaries = summaries;
		this.draftSummary = draftSummary;
		this.finishJob = finishJob;
		this.clock = clock;
	}

	@Bean
	static ClusterLoops summaryLoops(SummaryWorker summaryWorker, SummarySettings settings, ProcessRole role) {
		return new ClusterLoops("summary-worker", role.works() ? settings.workers() : 0, summaryWorker);
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.summaryJobs.findOldest().map(SummaryJob::dueAt);
	}

	@Override
	public boolean doBatch() {
		var claimed = this.summaryJobs.claim(this.draftSummary.maxDuration().plus(CLAIM_MARGIN));
		claimed.ifPresent(this::process);
		return claimed.isPresent();
	}

	void process(SummaryJob job) {
		try (var _ = job.origin().open()) {
			var thread = this.summarizedThreads.find(job.threadId())
				.orElseThrow(() -> new IllegalStateException("The thread of a job must be known"));
			summarize(job, thread);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("attempt", job.attempts()).setCause(ex).log("Summary job failed; it is retried");
			this.summaryJobs.release(job, RETRY_DELAY.multipliedBy(1L << Math.min(job.attempts(), 6)));
		}
	}

	private void summarize(SummaryJob job, SummarizedThread thread) {
		if (job.attempts() > MAX_ATTEMPTS) {
			this.finishJob.fail(job, thread, "gave-up");
			return;
		}
		if (!thread.isShown()) {
			this.finishJob.fail(job, thread, "nothing-to-read");
			return;
		}
		try {
			finish(job, this.draftSummary.draft(thread));
		}
		catch (NothingToReadException ex) {
			waitForPosts(job, thread);
		}
	}

	/** Finishes the job, unless the posts have changed since the draft. */
	private void finish(SummaryJob job, SummaryDraft draft) {
		var summary = new Summary(job.threadId(), job.summaryId(), draft, this.clock.instant());
		var thread = this.summarizedThreads.find(job.threadId()).orElseThrow();
		if (this.summaries.isCurrent(summary, thread)) {
			this.finishJob.complete(job, thread, summary);
			this.summaries.deleteIfOutdated(summary);
		}
		else {
			this.summaryJobs.release(job, Duration.ZERO);
		}
	}

	private void waitForPosts(SummaryJob job, SummarizedThread thread) {
		if (this.clock.instant().isBefore(job.requestedAt().plus(POST_ARRIVAL))) {
			this.summaryJobs.release(job, RETRY_DELAY);
		}
		else {
			this.finishJob.fail(job, thread, "nothing-to-read");
		}
	}

}
