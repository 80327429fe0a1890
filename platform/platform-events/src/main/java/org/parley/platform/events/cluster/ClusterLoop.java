package org.parley.platform.events.cluster;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.context.SmartLifecycle;

/**
 * Runs batches of work while this instance holds a claim. A signal starts a batch at
 * once; polling is the fallback. Failed work is retried with growing delays.
 */
public final class ClusterLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ClusterLoop.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final String name;

	private final WorkClaim workClaim;

	private final Work work;

	private final ThreadFactory threads;

	private final Semaphore signals = new Semaphore(0);

	private final Semaphore stops = new Semaphore(0);

	private volatile @Nullable Thread worker;

	/**
	 * Creates a loop that is not started.
	 * @param name of the work, for threads and logs
	 * @param workClaim the claim to hold while working
	 */
	public ClusterLoop(String name, WorkClaim workClaim, Work work) {
		this(name, workClaim, work, Thread.ofVirtual().name(name).factory());
	}

	ClusterLoop(String name, WorkClaim workClaim, Work work, ThreadFactory threads) {
		this.name = name;
		this.workClaim = workClaim;
		this.work = work;
		this.threads = threads;
	}

	/** Reports that there may be work. */
	public void signal() {
		this.signals.release();
	}

	/**
	 * Publishes the thread before it runs: the worker ends when it is no longer the
	 * current one.
	 */
	@Override
	public void start() {
		var next = this.threads.newThread(this::run);
		this.stops.drainPermits();
		this.worker = next;
		next.start();
	}

	@Override
	public void stop() {
		var last = this.worker;
		this.worker = null;
		if (last == null) {
			return;
		}
		this.stops.release();
		signal();
		try {
			last.join(PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

	private void run() {
		int failures = 0;
		while (isRunning()) {
			failures = runBatches(failures) ? 0 : failures + 1;
			pause(failures);
		}
		releaseQuietly();
	}

	private boolean runBatches(int failures) {
		try {
			while (isRunning() && this.work.waits() && this.workClaim.acquire() && this.work.doBatch()) {
				log.trace("There may be more work");
			}
			if (failures > 0) {
				log.atInfo().addKeyValue("work", this.name).log("Work continues");
			}
			return true;
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			log.atLevel((failures == 0) ? Level.WARN : Level.DEBUG)
				.addKeyValue("work", this.name)
				.addKeyValue("cause", ex.toString())
				.log("Work failed and will be retried");
			return false;
		}
	}

	/** After a failure, signals do not shorten the pause. */
	private void pause(int failures) {
		try {
			if (failures > 0) {
				this.stops.tryAcquire(delayAfter(failures).toMillis(), TimeUnit.MILLISECONDS);
			}
			else if (this.signals.tryAcquire(this.work.poll().toMillis(), TimeUnit.MILLISECONDS)) {
				this.signals.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Duration delayAfter(int failures) {
		var delay = POLL.multipliedBy(1L << Math.min(failures - 1, 4));
		return (delay.compareTo(LONGEST) < 0) ? delay : LONGEST;
	}

	private void releaseQuietly() {
		try {
			this.workClaim.release();
		}
		catch (RuntimeException ex) {
			log.debug("The claim expires by itself", ex);
		}
	}

	/** Work that is done in batches. */
	public interface Work {

		/** Whether there may be work; called often, so it must be cheap. */
		boolean waits();

		/** Does one batch and returns whether there may be more. */
		boolean doBatch();

		/** The longest wait for a signal. */
		default Duration poll() {
			return POLL;
		}

	}

}
