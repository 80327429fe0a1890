package org.parley.platform.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.micrometer.tracing.Span;
import org.parley.platform.jobs.run.JobOutcome;
import org.parley.platform.jobs.run.JobRun;
import org.parley.platform.jobs.run.JobRuns;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the claimed jobs of this instance, each on its own thread, and renews their
 * claims.
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

	private final SpanRecorder spans;

	private final Map<JobRun, JobThread> underWay = new ConcurrentHashMap<>();

	private volatile boolean stopping;

	JobRunner(JobRegistry jobs, JobRuns runs, JobMetrics meters, InstantSource clock, SpanRecorder spans) {
		this.jobs = jobs;
		this.runs = runs;
		this.meters = meters;
		this.clock = clock;
		this.spans = spans;
	}

	/** Starts a claimed run, unless it was interrupted too often. */
	void begin(JobRun run) {
		if (run.attempts() > MOST_ATTEMPTS) {
			end(run, JobOutcome.CUT_OFF, "The run was interrupted %d times.".formatted(MOST_ATTEMPTS));
			return;
		}
		if (run.attempts() > 1) {
			log.atWarn()
				.addKeyValue("job", run.job())
				.addKeyValue("run", run.id())
				.log("An interrupted run starts again");
		}
		var thread = new JobThread("job-" + run.job(), (jobThread) -> carryOut(run, jobThread));
		this.underWay.put(run, thread);
		thread.start();
	}

	/** Whether there are claims to renew. */
	boolean isBusy() {
		return !this.underWay.isEmpty();
	}

	/** Renews the claims of active runs and interrupts runs whose claim is lost. */
	void renewClaims() {
		this.underWay.forEach((run, thread) -> {
			if (!this.runs.renew(run, this.clock.instant()) && this.underWay.containsKey(run)) {
				log.atWarn().addKeyValue("job", run.job()).addKeyValue("run", run.id()).log("A run has lost its claim");
				thread.interruptWork();
			}
		});
	}

	void start() {
		this.stopping = false;
	}

	/** Interrupts the active runs, which other instances start again. */
	void stop() {
		this.stopping = true;
		var threads = List.copyOf(this.underWay.values());
		threads.forEach(JobThread::interruptWork);
		try {
			for (var thread : threads) {
				thread.join(PATIENCE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void carryOut(JobRun run, JobThread thread) {
		try (var _ = this.spans.open("job " + run.job(), Span.Kind.CONSUMER, run.id(), null)) {
			var result = this.jobs.get(run.job()).job().run();
			thread.endWork();
			end(run, JobOutcome.DONE, result.substring(0, Math.min(result.length(), LONGEST_RESULT)));
		}
		catch (RuntimeException ex) {
			thread.endWork();
			handleFailure(run, ex);
		}
		finally {
			this.underWay.remove(run);
		}
	}

	private void handleFailure(JobRun run, RuntimeException failure) {
		try {
			if (this.stopping) {
				this.runs.release(run);
				return;
			}
			log.atError().setCause(failure).addKeyValue("job", run.job()).log("A job failed");
			end(run, JobOutcome.FAILED,
					"The run failed with %s; see the log.".formatted(failure.getClass().getSimpleName()));
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).addKeyValue("job", run.job()).log("The outcome of a run could not be stored");
		}
	}

	private void end(JobRun run, JobOutcome jobOutcome, String result) {
		var now = this.clock.instant();
		if (this.runs.end(run, jobOutcome, result, now)) {
			var start = (run.startedAt() != null) ? run.startedAt() : now;
			this.meters.recordEnd(run.job(), jobOutcome, Duration.between(start, now));
			log.atInfo().addKeyValue("job", run.job()).addKeyValue("outcome", jobOutcome.json()).log("A job has run");
		}
	}

	/** The virtual thread of a run, which can be interrupted until its work has ended. */
	static final class JobThread {

		private final Thread thread;

		private boolean working = true;

		JobThread(String name, Consumer<JobThread> run) {
			this.thread = Thread.ofVirtual().name(name).unstarted(() -> run.accept(this));
		}

		void start() {
			this.thread.start();
		}

		/** Interrupts the work, but not what stores its outcome. */
		synchronized void interruptWork() {
			if (this.working) {
				this.thread.interrupt();
			}
		}

		/** Ends the work; the thread itself calls this. */
		synchronized void endWork() {
			this.working = false;
			Thread.interrupted();
		}

		void join(Duration patience) throws InterruptedException {
			this.thread.join(patience);
		}

	}

}
