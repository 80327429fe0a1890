package org.parley.summary.request;

import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Rights;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.discussion.thread.SummarizedThreadAccess;
import org.parley.summary.discussion.thread.SummarizedThreadNotFoundException;
import org.parley.summary.job.SummaryJob;
import org.parley.summary.job.SummaryJobState;
import org.parley.summary.job.SummaryJobs;
import org.parley.summary.request.SummaryView.SummaryStatus;
import org.parley.summary.stored.Summaries;

import org.springframework.stereotype.Component;

/** Reads the stored summary and the state of its job or early request. */
@Component
class ReadSummary {

	private final SummarizedThreadAccess access;

	private final SummaryJobs summaryJobs;

	private final Summaries summaries;

	private final EarlyRequesters requesters;

	private final EarlyRequestSettings settings;

	private final InstantSource clock;

	ReadSummary(SummarizedThreadAccess access, SummaryJobs summaryJobs, Summaries summaries, EarlyRequesters requesters,
			EarlyRequestSettings settings, InstantSource clock) {
		this.access = access;
		this.summaryJobs = summaryJobs;
		this.summaries = summaries;
		this.requesters = requesters;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Reads the summary of a thread. The result is the same for a new thread that has not
	 * arrived and for one that the caller cannot read.
	 * @throws RefusalException 404 {@code summary.none} when no summary was requested
	 * @throws SummarizedThreadNotFoundException when the thread does not exist or the
	 * caller cannot read it
	 */
	SummaryView read(String threadId, @Nullable Caller caller) {
		var thread = this.access.find(threadId, Rights.of(caller));
		return thread.flatMap(this::view).or(() -> viewEarlyRequest(threadId, caller)).orElseThrow(() -> {
			return (thread.isPresent() || this.settings.canArrive(threadId, this.clock.instant()))
					? RefusalException.notFound("summary.none", "This thread has no summary yet.")
					: new SummarizedThreadNotFoundException();
		});
	}

	private Optional<SummaryView> view(SummarizedThread thread) {
		var state = this.summaryJobs.find(thread.id()).map(SummaryJob::state);
		var summary = this.summaries.findCurrent(thread).orElse(null);
		return status(state, summary != null).map((status) -> SummaryView.of(status, summary));
	}

	private static Optional<SummaryStatus> status(Optional<SummaryJobState> state, boolean hasSummary) {
		if (state.filter(SummaryJobState::isOpen).isPresent()) {
			return Optional.of(SummaryStatus.PENDING);
		}
		return hasSummary ? Optional.of(SummaryStatus.READY)
				: state.filter(SummaryJobState.FAILED::equals).map((_) -> SummaryStatus.FAILED);
	}

	private Optional<SummaryView> viewEarlyRequest(String threadId, @Nullable Caller caller) {
		return Optional.ofNullable(caller)
			.flatMap((person) -> this.requesters.find(person.id()))
			.filter((requester) -> requester.isWaitingFor(threadId, this.settings, this.clock.instant()))
			.map((_) -> SummaryView.of(SummaryStatus.PENDING, null));
	}

}
