package org.parley.summary.asking;

import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.summary.discussion.Audience;
import org.parley.summary.discussion.ForumThread;
import org.parley.summary.discussion.ThreadAccess;
import org.parley.summary.discussion.ThreadNotFoundException;
import org.parley.summary.job.Job;
import org.parley.summary.job.JobState;
import org.parley.summary.job.Jobs;
import org.parley.summary.stored.Summaries;

import org.springframework.stereotype.Component;

/** Puts together what is there and what is on its way. */
@Component
class Reading {

	private final ThreadAccess access;

	private final Jobs jobs;

	private final Summaries summaries;

	private final EarlyAskers askers;

	private final EarlyRequestSettings settings;

	private final InstantSource clock;

	Reading(ThreadAccess access, Jobs jobs, Summaries summaries, EarlyAskers askers, EarlyRequestSettings settings,
			InstantSource clock) {
		this.access = access;
		this.jobs = jobs;
		this.summaries = summaries;
		this.askers = askers;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The summary of a thread, as far as the caller may see it. A new thread that is not
	 * known and one that the caller may not see are answered alike.
	 * @throws ProblemException 404 {@code summary.none}
	 * @throws ThreadNotFoundException when there is no such thread for this caller
	 */
	SummaryView of(String threadId, @Nullable Caller caller) {
		var thread = this.access.find(threadId, Audience.of(caller));
		return thread.flatMap(this::view).or(() -> waiting(threadId, caller)).orElseThrow(() -> {
			return (thread.isPresent() || this.settings.mayArrive(threadId, this.clock.instant()))
					? ProblemException.notFound("summary.none", "There is no summary of this thread yet.")
					: new ThreadNotFoundException();
		});
	}

	private Optional<SummaryView> view(ForumThread thread) {
		var state = this.jobs.find(thread.id()).map(Job::state);
		var summary = this.summaries.standing(thread).orElse(null);
		return status(state, summary != null).map((status) -> SummaryView.of(status, summary));
	}

	private static Optional<SummaryStatus> status(Optional<JobState> state, boolean there) {
		if (state.filter(JobState::isOpen).isPresent()) {
			return Optional.of(SummaryStatus.PENDING);
		}
		return there ? Optional.of(SummaryStatus.READY)
				: state.filter(JobState.FAILED::equals).map((_) -> SummaryStatus.FAILED);
	}

	private Optional<SummaryView> waiting(String threadId, @Nullable Caller caller) {
		return Optional.ofNullable(caller)
			.flatMap((person) -> this.askers.find(person.id()))
			.filter((asker) -> asker.isWaitingFor(threadId, this.settings, this.clock.instant()))
			.map((_) -> SummaryView.of(SummaryStatus.PENDING, null));
	}

}
