package org.parley.summary.request;

import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.summary.discussion.SummarizedThread;
import org.parley.summary.discussion.SummarizedThreadAccess;
import org.parley.summary.discussion.SummarizedThreadNotFoundException;
import org.parley.summary.discussion.SummaryAudience;
import org.parley.summary.job.SummaryJob;
import org.parley.summary.job.SummaryJobState;
import org.parley.summary.job.SummaryJobs;
import org.parley.summary.stored.Summaries;

import org.springframework.stereotype.Component;

/** Puts together what is there and what is on its way. */
@Component
class ReadSummary {

	private final SummarizedThreadAccess access;

	private final SummaryJobs summaryJobs;

	private final Summaries summaries;

	private final EarlyRequesters askers;

	private final EarlyRequestSettings settings;

	private final InstantSource clock;

	ReadSummary(SummarizedThreadAccess access, SummaryJobs summaryJobs, Summaries summaries, EarlyRequesters askers,
			EarlyRequestSettings settings, InstantSource clock) {
		this.access = access;
		this.summaryJobs = summaryJobs;
		this.summaries = summaries;
		this.askers = askers;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The summary of a thread, as far as the caller may see it. A new thread that is not
	 * known and one that the caller may not see are answered alike.
	 * @throws ProblemException 404 {@code summary.none}
	 * @throws SummarizedThreadNotFoundException when there is no such thread for this
	 * caller
	 */
	SummaryView of(String threadId, @Nullable Caller caller) {
		var thread = this.access.find(threadId, SummaryAudience.of(caller));
		return thread.flatMap(this::view).or(() -> waiting(threadId, caller)).orElseThrow(() -> {
			return (thread.isPresent() || this.settings.mayArrive(threadId, this.clock.instant()))
					? ProblemException.notFound("summary.none", "There is no summary of this thread yet.")
					: new SummarizedThreadNotFoundException();
		});
	}

	private Optional<SummaryView> view(SummarizedThread thread) {
		var state = this.summaryJobs.find(thread.id()).map(SummaryJob::state);
		var summary = this.summaries.standing(thread).orElse(null);
		return status(state, summary != null).map((status) -> SummaryView.of(status, summary));
	}

	private static Optional<SummaryStatus> status(Optional<SummaryJobState> state, boolean there) {
		if (state.filter(SummaryJobState::isOpen).isPresent()) {
			return Optional.of(SummaryStatus.PENDING);
		}
		return there ? Optional.of(SummaryStatus.READY)
				: state.filter(SummaryJobState.FAILED::equals).map((_) -> SummaryStatus.FAILED);
	}

	private Optional<SummaryView> waiting(String threadId, @Nullable Caller caller) {
		return Optional.ofNullable(caller)
			.flatMap((person) -> this.askers.find(person.id()))
			.filter((asker) -> asker.isWaitingFor(threadId, this.settings, this.clock.instant()))
			.map((_) -> SummaryView.of(SummaryStatus.PENDING, null));
	}

}
