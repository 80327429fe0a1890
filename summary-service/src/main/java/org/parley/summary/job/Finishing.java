package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.ForumThread;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends jobs: state, summary and event in one transaction. */
@Component
class Finishing {

	private final Jobs jobs;

	private final Summaries summaries;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final MeterRegistry meters;

	private final InstantSource clock;

	Finishing(Jobs jobs, Summaries summaries, ApplicationEventPublisher publisher, UnitOfWork work,
			MeterRegistry meters, InstantSource clock) {
		this.jobs = jobs;
		this.summaries = summaries;
		this.publisher = publisher;
		this.work = work;
		this.meters = meters;
		this.clock = clock;
	}

	void complete(Job job, ForumThread thread, Summary summary) {
		this.work.run(() -> {
			var finished = this.jobs.finish(job, JobState.READY);
			finished.ifPresent((now) -> {
				this.summaries.keep(summary);
				this.publisher.publishEvent(new SummaryCompleted(now.summaryId(), now.threadId(), thread.reference(),
						now.askers(), summary.draft().engine(), summary.draft().coveredThrough()));
				this.work.afterCommit(() -> count(now, summary.draft().engine(), "ready"));
			});
			return finished;
		});
	}

	void fail(Job job, ForumThread thread, String code) {
		this.work.run(() -> {
			var finished = this.jobs.finish(job, JobState.FAILED);
			finished.ifPresent((now) -> {
				this.publisher.publishEvent(
						new SummaryFailed(now.summaryId(), now.threadId(), thread.reference(), now.askers(), code));
				this.work.afterCommit(() -> count(now, "none", code));
			});
			return finished;
		});
	}

	private void count(Job job, String engine, String outcome) {
		this.meters.timer("parley.summaries.made", "engine", engine, "outcome", outcome)
			.record(Duration.between(job.requestedAt(), this.clock.instant()));
	}

}
