package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.summary.discussion.ForumThread;
import org.parley.summary.discussion.Posts;
import org.parley.summary.discussion.Threads;
import org.parley.summary.engine.Draft;
import org.parley.summary.engine.Engine;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.stored.Summaries;
import org.parley.summary.stored.Summary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Does one job after another, in three steps. <em>Take</em> leases it; <em>make</em> asks
 * the engine, outside of any transaction; <em>finish</em> stores what came of it. A job
 * whose worker dies is taken again when the lease ends, and whoever is late changes
 * nothing.
 */
@Component
class Working implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(Working.class);

	private static final Duration MARGIN = Duration.ofSeconds(15);

	private static final Duration PAUSE = Duration.ofMillis(500);

	/** A thread may be asked for before its posts are known here. */
	private static final Duration POSTS_COME = Duration.ofSeconds(10);

	private static final int MOST_ATTEMPTS = 30;

	private final Jobs jobs;

	private final Threads threads;

	private final Posts posts;

	private final Summaries summaries;

	private final Engine engine;

	private final Finishing finishing;

	private final InstantSource clock;

	Working(Jobs jobs, Threads threads, Posts posts, Summaries summaries, Engine engine, Finishing finishing,
			InstantSource clock) {
		this.jobs = jobs;
		this.threads = threads;
		this.posts = posts;
		this.summaries = summaries;
		this.engine = engine;
		this.finishing = finishing;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.jobs.areDue();
	}

	@Override
	public boolean doBatch() {
		var job = this.jobs.take(this.engine.patience().plus(MARGIN));
		job.ifPresent(this::work);
		return job.isPresent();
	}

	void work(Job job) {
		try (var _ = job.origin().open()) {
			var thread = this.threads.find(job.threadId())
				.orElseThrow(() -> new IllegalStateException("Nobody can ask for an unknown thread"));
			make(job, thread);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("attempt", job.attempts()).setCause(ex).log("A summary cannot be made now");
			this.jobs.putBack(job, PAUSE.multipliedBy(1L << Math.min(job.attempts(), 6)));
		}
	}

	private void make(Job job, ForumThread thread) {
		if (job.attempts() > MOST_ATTEMPTS) {
			this.finishing.fail(job, thread, "gave-up");
			return;
		}
		if (!thread.isShown()) {
			this.finishing.fail(job, thread, "nothing-to-read");
			return;
		}
		try {
			var previous = this.summaries.standing(thread).map(Summary::draft);
			finish(job, this.engine.summarize(new ThreadMaterial(thread, previous, this.posts)));
		}
		catch (NothingToReadException ex) {
			waitForPosts(job, thread);
		}
	}

	/** What changed meanwhile is looked at anew. */
	private void finish(Job job, Draft draft) {
		var summary = new Summary(job.threadId(), job.summaryId(), draft, this.clock.instant());
		var now = this.threads.find(job.threadId()).orElseThrow();
		if (this.summaries.stands(summary, now)) {
			this.finishing.complete(job, now, summary);
			this.summaries.forgetUnlessStanding(summary, now);
		}
		else {
			this.jobs.putBack(job, Duration.ZERO);
		}
	}

	private void waitForPosts(Job job, ForumThread thread) {
		if (this.clock.instant().isBefore(job.requestedAt().plus(POSTS_COME))) {
			this.jobs.putBack(job, PAUSE);
		}
		else {
			this.finishing.fail(job, thread, "nothing-to-read");
		}
	}

}
