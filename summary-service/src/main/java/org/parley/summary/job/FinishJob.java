package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.contracts.summary.SummaryCompleted;
import org.parley.contracts.summary.SummaryFailed;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finishes jobs. State, summary and event are stored in one transaction. */
@Component
class FinishJob {

	private final SummaryJobs summaryJobs;

	private final Summaries summaries;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	private final MeterRegistry meters;

	private final InstantSource clock;

	FinishJob(SummaryJobs summaryJobs, Summaries summaries, ApplicationEventPublisher publisher, UnitOfWork unitOfWork,
			MeterRegistry meters, InstantSource clock) {
		this.summaryJobs = summaryJobs;
		this.summaries = summaries;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
		this.meters = meters;
		this.clock = clock;
	}

	/** Stores the summary and publishes its event, if the claim is still held. */
	void complete(SummaryJob job, SummarizedThread thread, Summary summary) {
		this.unitOfWork.run(() -> {
			var finished = this.summaryJobs.finish(job, SummaryJobState.READY);
			finished.ifPresent((ready) -> {
				this.summaries.save(summary);
				this.publisher
					.publishEvent(new SummaryCompleted(ready.summaryId(), ready.threadId(), thread.reference(),
							List.copyOf(ready.askers()), summary.draft().engine(), summary.draft().coveredThrough()));
				this.unitOfWork.afterCommit(() -> recordTime(ready, summary.draft().engine(), "ready"));
			});
		});
	}

	/** Publishes the failure, if the claim is still held. */
	void fail(SummaryJob job, SummarizedThread thread, String code) {
		this.unitOfWork.run(() -> {
			var finished = this.summaryJobs.finish(job, SummaryJobState.FAILED);
			finished.ifPresent((failed) -> {
				this.publisher.publishEvent(new SummaryFailed(failed.summaryId(), failed.threadId(), thread.reference(),
						List.copyOf(failed.askers()), code));
				this.unitOfWork.afterCommit(() -> recordTime(failed, "none", code));
			});
		});
	}

	private void recordTime(SummaryJob job, String engine, String outcome) {
		this.meters.timer("parley.summaries.made", "engine", engine, "outcome", outcome)
			.record(Duration.between(job.requestedAt(), this.clock.instant()));
	}

}
