package org.parley.summary.asking;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.ForumThread;
import org.parley.summary.discussion.Person;
import org.parley.summary.discussion.Posts;
import org.parley.summary.engine.Engine;
import org.parley.summary.job.Jobs;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks for a summary, unless there is a fresh one; who comes second waits with the first.
 */
@Component
class Asking {

	/** For so long a summary that the model did not make counts as fresh. */
	private static final Duration RESERVE = Duration.ofMinutes(10);

	private final Jobs jobs;

	private final Summaries summaries;

	private final Posts posts;

	private final Engine engine;

	private final ApplicationEventPublisher publisher;

	private final UnitOfWork work;

	private final InstantSource clock;

	Asking(Jobs jobs, Summaries summaries, Posts posts, Engine engine, ApplicationEventPublisher publisher,
			UnitOfWork work, InstantSource clock) {
		this.jobs = jobs;
		this.summaries = summaries;
		this.posts = posts;
		this.engine = engine;
		this.publisher = publisher;
		this.work = work;
		this.clock = clock;
	}

	/** A summary that is there, or will be, for an asker who may read the thread. */
	SummaryView ask(ForumThread thread, String asker, Optional<Person> by) {
		return this.work.run(() -> {
			var standing = this.summaries.standing(thread);
			var open = this.jobs.find(thread.id()).filter((job) -> job.state().isOpen());
			if (open.isPresent()) {
				this.jobs.join(open.get(), asker);
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
			var isOpen = this.jobs.find(threadId).filter((job) -> job.state().isOpen()).isPresent();
			if (!isOpen) {
				request(threadId, Set.of(), Optional.empty());
			}
			return isOpen;
		});
	}

	private void request(String threadId, Set<String> askers, Optional<Person> by) {
		var job = this.jobs.request(threadId, askers, this.posts.last(threadId));
		this.publisher.publishEvent(new SummaryRequested(job.summaryId(), threadId, by.orElse(null)));
	}

	private boolean isFresh(Summary summary) {
		var made = summary.draft();
		var wanted = made.engine().equals(this.engine.name())
				|| this.clock.instant().isBefore(summary.createdAt().plus(RESERVE));
		return wanted && made.coveredThrough() >= this.posts.last(summary.threadId());
	}

}
