package org.parley.summary.asking;

import java.util.Optional;

import org.parley.platform.web.problem.ProblemException;
import org.parley.summary.discussion.ForumThread;
import org.parley.summary.job.Job;
import org.parley.summary.job.JobState;
import org.parley.summary.job.Jobs;
import org.parley.summary.stored.Summaries;

import org.springframework.stereotype.Component;

/** Puts together what is there and what is on its way. */
@Component
class Reading {

	private final Jobs jobs;

	private final Summaries summaries;

	Reading(Jobs jobs, Summaries summaries) {
		this.jobs = jobs;
		this.summaries = summaries;
	}

	/**
	 * The summary of a thread that the caller sees.
	 * @throws ProblemException 404 {@code summary.none}
	 */
	SummaryView of(ForumThread thread) {
		var state = this.jobs.find(thread.id()).map(Job::state);
		var summary = this.summaries.standing(thread).orElse(null);
		return SummaryView.of(status(state, summary != null), summary);
	}

	private static SummaryStatus status(Optional<JobState> state, boolean there) {
		if (state.filter(JobState::isOpen).isPresent()) {
			return SummaryStatus.PENDING;
		}
		if (there) {
			return SummaryStatus.READY;
		}
		return state.filter(JobState.FAILED::equals)
			.map((_) -> SummaryStatus.FAILED)
			.orElseThrow(() -> ProblemException.notFound("summary.none", "There is no summary of this thread yet."));
	}

}
