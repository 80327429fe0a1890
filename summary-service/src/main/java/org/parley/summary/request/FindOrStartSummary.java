package org.parley.summary.request;

import java.util.Optional;
import java.util.Set;

import org.parley.contracts.summary.SummaryRequested;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.summary.discussion.post.SummarizedPosts;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.discussion.thread.SummaryPerson;
import org.parley.summary.job.SummaryJob;
import org.parley.summary.job.SummaryJobs;
import org.parley.summary.request.SummaryView.SummaryStatus;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.SummaryFreshness;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Returns a fresh summary, joins the open job, or starts a new job. */
@Component
class FindOrStartSummary {

	private final SummaryJobs summaryJobs;

	private final Summaries summaries;

	private final SummaryFreshness freshness;

	private final SummarizedPosts summarizedPosts;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork unitOfWork;

	FindOrStartSummary(SummaryJobs summaryJobs, Summaries summaries, SummaryFreshness freshness,
			SummarizedPosts summarizedPosts, ApplicationEventPublisher publisher, UnitOfWork unitOfWork) {
		this.summaryJobs = summaryJobs;
		this.summaries = summaries;
		this.freshness = freshness;
		this.summarizedPosts = summarizedPosts;
		this.publisher = publisher;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Requests the summary of a thread.
	 * @param requesterId the id of an account that can read the thread
	 * @param by the account for the event; empty for clients without a user
	 */
	SummaryView findOrStart(SummarizedThread thread, String requesterId, Optional<SummaryPerson> by) {
		return this.unitOfWork.run(() -> {
			var current = this.summaries.findCurrent(thread);
			var open = this.summaryJobs.find(thread.id()).filter((job) -> job.state().isOpen());
			if (open.isPresent()) {
				this.summaryJobs.addAsker(open.get(), requesterId);
				return SummaryView.of(SummaryStatus.PENDING, current.orElse(null));
			}
			if (current.filter(this.freshness::isFresh).isPresent()) {
				return SummaryView.of(SummaryStatus.READY, current.get());
			}
			start(thread.id(), Set.of(requesterId), by);
			return SummaryView.of(SummaryStatus.PENDING, current.orElse(null));
		});
	}

	/**
	 * Starts a job without a requester.
	 * @return the new job; empty if one is open
	 */
	Optional<SummaryJob> startByActivity(String threadId) {
		return this.unitOfWork.run(() -> {
			var isOpen = this.summaryJobs.find(threadId).filter((job) -> job.state().isOpen()).isPresent();
			return isOpen ? Optional.empty() : Optional.of(start(threadId, Set.of(), Optional.empty()));
		});
	}

	private SummaryJob start(String threadId, Set<String> askers, Optional<SummaryPerson> by) {
		var job = this.summaryJobs.create(threadId, askers, this.summarizedPosts.findLastNumber(threadId));
		this.publisher.publishEvent(
				new SummaryRequested(job.summaryId(), threadId, by.map(SummaryPerson::reference).orElse(null)));
		return job;
	}

}
