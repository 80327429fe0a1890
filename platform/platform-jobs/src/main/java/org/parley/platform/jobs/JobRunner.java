package org.parley.platform.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.parley.platform.jobs.run.JobOutcome;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;
import org.parley.platform.web.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the runs that this instance has claimed, each on a thread of its own, and holds
 * the claims meanwhile.
 */
class JobRunner {

	private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int MOST_ATTEMPTS = 3;

	private static final int LONGEST_RESULT = 500;

	private final JobRegistry jobs;

	private final JobRuns runs;

	private final JobMetrics meters;

	private final InstantSource clock;

	private final Map<JobRun, Thread> underWay = new ConcurrentHashMap<>();

	private volatile boolean stopping;

	JobRunner(JobRegistry jobs, JobRuns runs, JobMetrics meters, InstantSource clock) {
		this.jobs = jobs;
		this.runs = runs;
		this.meters = meters;
		this.clock = clock;
	}

	/** Begins a claimed run. What kills its instance again and again is left alone. */
	void begin(JobRun run) {
		if (run.attempts() > MOST_ATTEMPTS) {
			end(run, JobOutcome.CUT_OFF, "It was cut off %d times.".formatted(MOST_ATTEMPTS));
			return;
		}
		if (run.attempts() > 1) {
			log.atWarn().addKeyValue("job", run.job()).addKeyValue("run", run.id()).log("A run was cut off: once more");
		}
		var thread = Thread.ofVirtual().name("job-" + run.job()).unstarted(() -> carryOut(run));
		this.underWay.put(run, thread);
		thread.start();
	}

	/** Holds the claims of what is under way; who has lost one, stops. */
	void holdOn() {
		this.underWay.forEach((run, thread) -> {
			if (!this.runs.renew(run, this.clock.instant()) && this.underWay.containsKey(run)) {
				log.atWarn().addKeyValue("job", run.job()).addKeyValue("run", run.id()).log("A run is no longer ours");
				thread.interrupt();
			}
		});
	}

	void start() {
		this.stopping = false;
	}

	/** Interrupts what is under way: another instance begins it anew. */
	void stop() {
		this.stopping = true;
		var threads = List.copyOf(this.underWay.values());
		threads.forEach(Thread::interrupt);
		try {
			for (var thread : threads) {
				thread.join(PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void carryOut(JobRun run) {
		try (var _ = RequestOrigin.of(run.id(), null).open()) {
			var result = this.jobs.get(run.job()).job().run();
			forgetInterrupts();
			end(run, JobOutcome.DONE, result.substring(0, Math.min(result.length(), LONGEST_RESULT)));
		}
		catch (RuntimeException ex) {
			failed(run, ex);
		}
		finally {
			this.underWay.remove(run);
		}
	}

	private void failed(JobRun run, RuntimeException failure) {
		forgetInterrupts();
		try {
			if (this.stopping) {
				this.runs.giveBack(run);
				return;
			}
			log.atError().setCause(failure).addKeyValue("job", run.job()).log("A job failed");
			end(run, JobOutcome.FAILED,
					"It failed: %s; the log says more.".formatted(failure.getClass().getSimpleName()));
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).addKeyValue("job", run.job()).log("What became of a run is not written down");
		}
	}

	/**
	 * They were meant for the job; what became of it can be written down only without.
	 */
	private static void forgetInterrupts() {
		if (Thread.interrupted()) {
			log.debug("A job was interrupted");
		}
	}

	private void end(JobRun run, JobOutcome jobOutcome, String result) {
		var now = this.clock.instant();
		if (this.runs.end(run, jobOutcome, result, now)) {
			var start = (run.startedAt() != null) ? run.startedAt() : now;
			this.meters.ended(run.job(), jobOutcome, Duration.between(start, now));
			log.atInfo().addKeyValue("job", run.job()).addKeyValue("outcome", jobOutcome.json()).log("A job has run");
		}
	}

}
