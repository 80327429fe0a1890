package org.parley.summary.request;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.SummarizedPosts;
import org.parley.summary.discussion.SummarizedThread;
import org.parley.summary.discussion.SummaryPerson;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.job.SummaryJobs;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks for a summary, unless there is a fresh one; who comes second waits with the first.
 */
@Component
class FindOrStartSummary {

	/** For so long a summary that the model did not make counts as fresh. */
	private static final Duration RESERVE = Duration.ofMinutes(10);

	private final SummaryJobs summaryJobs;

	private final Summaries summaries;

	private final SummarizedPosts summarizedPosts;

	private final SummaryEngine summaryEngine;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	FindOrStartSummary(SummaryJobs summaryJobs, Summaries summaries, SummarizedPosts summarizedPosts,
			SummaryEngine summaryEngine, ApplicationEventPublisher publisher, UnitOfWork work, InstantSource clock) {
		this.summaryJobs = summaryJobs;
		this.summaries = summaries;
		this.summarizedPosts = summarizedPosts;
		this.summaryEngine = summaryEngine;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	/** A summary that is there, or will be, for an asker who may read the thread. */
	SummaryView ask(SummarizedThread thread, String asker, Optional<SummaryPerson> by) {
		return this.work.run(() -> {
			var standing = this.summaries.standing(thread);
			var open = this.summaryJobs.find(thread.id()).filter((job) -> job.state().isOpen());
			if (open.isPresent()) {
				this.summaryJobs.join(open.get(), asker);
				return SummaryView.of(SummaryStatus.PENDING, standing.orElse(null));
			}
			if (standing.filter(this::isFresh).isPresent()) {
				return SummaryView.of(SummaryStatus.READY, standing.get());
			}
			request(thread.id(), Set.of(asker), by);
			return SummaryView.of(SummaryStatus.PENDING, standing.orElse(null));
		});
	}

	/** Asks in nobody's name, unless somebody has. */
	void askByActivity(String threadId) {
		this.work.run(() -> {
			var isOpen = this.summaryJobs.find(threadId).filter((job) -> job.state().isOpen()).isPresent();
			if (!isOpen) {
				request(threadId, Set.of(), Optional.empty());
			}
			return isOpen;
		});
	}

	private void request(String threadId, Set<String> askers, Optional<SummaryPerson> by) {
		var job = this.summaryJobs.request(threadId, askers, this.summarizedPosts.last(threadId));
		this.publisher.publishEvent(new SummaryRequested(job.summaryId(), threadId, by.orElse(null)));
	}

	private boolean isFresh(Summary summary) {
		var made = summary.draft();
		var wanted = made.engine().equals(this.summaryEngine.name())
				|| this.clock.instant().isBefore(summary.createdAt().plus(RESERVE));
		return wanted && made.coveredThrough() >= this.summarizedPosts.last(summary.threadId());
	}

}
