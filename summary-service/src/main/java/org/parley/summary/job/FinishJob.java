package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.SummarizedThread;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends jobs: state, summary and event in one transaction. */
@Component
class FinishJob {

	private final SummaryJobs summaryJobs;

	private final Summaries summaries;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final MeterRegistry meters;

	private final InstantSource clock;

	FinishJob(SummaryJobs summaryJobs, Summaries summaries, ApplicationEventPublisher publisher, UnitOfWork work,
			MeterRegistry meters, InstantSource clock) {
		this.summaryJobs = summaryJobs;
		this.summaries = summaries;
		this.publisher = publisher;
		this.work = work;
		this.meters = meters;
		this.clock = clock;
	}

	void complete(SummaryJob summaryJob, SummarizedThread thread, Summary summary) {
		this.work.run(() -> {
			var finished = this.summaryJobs.finish(summaryJob, SummaryJobState.READY);
			finished.ifPresent((now) -> {
				this.summaries.keep(summary);
				this.publisher.publishEvent(new SummaryCompleted(now.summaryId(), now.threadId(), thread.reference(),
						now.askers(), summary.draft().engine(), summary.draft().coveredThrough()));
				this.work.afterCommit(() -> count(now, summary.draft().engine(), "ready"));
			});
			return finished;
		});
	}

	void fail(SummaryJob summaryJob, SummarizedThread thread, String code) {
		this.work.run(() -> {
			var finished = this.summaryJobs.finish(summaryJob, SummaryJobState.FAILED);
			finished.ifPresent((now) -> {
				this.publisher.publishEvent(
						new SummaryFailed(now.summaryId(), now.threadId(), thread.reference(), now.askers(), code));
				this.work.afterCommit(() -> count(now, "none", code));
			});
			return finished;
		});
	}

	private void count(SummaryJob summaryJob, String engine, String outcome) {
		this.meters.timer("parley.summaries.made", "engine", engine, "outcome", outcome)
			.record(Duration.between(summaryJob.requestedAt(), this.clock.instant()));
	}

}
