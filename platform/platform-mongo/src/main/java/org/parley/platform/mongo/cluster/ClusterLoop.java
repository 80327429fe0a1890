package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.context.SmartLifecycle;

/**
 * Runs batches of work while this instance holds a claim. A signal starts a batch at once
 * and is passed on to the other instances when they may have to work. Polling is the
 * fallback and grows slower while there is no work. Failed work is retried with growing
 * delays.
 */
public final class ClusterLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ClusterLoop.class);

	private static final Duration FIRST_POLL = Duration.ofMillis(500);

	/** Only what a lost signal left waits so long. */
	private static final Duration LONGEST_POLL = Duration.ofSeconds(15);

	/** No other instance can leave work without a signal. */
	static final Duration LONGEST_POLL_ALONE = Duration.ofSeconds(60);

	private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

	/** Waits are up to a fifth shorter, so that instances do not poll together. */
	private static final double JITTER = 0.2;

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final String name;

	private final WorkClaim workClaim;

	private final Work work;

	private final ThreadFactory threads;

	private final Semaphore signals = new Semaphore(0);

	private final Semaphore stops = new Semaphore(0);

	/** Whether this instance has new work, which others may have to do. */
	private final AtomicBoolean unshared = new AtomicBoolean();

	private volatile Runnable others = () -> {
	};

	private volatile BooleanSupplier alone = () -> false;

	private volatile Duration poll = FIRST_POLL;

	private volatile @Nullable Thread worker;

	/**
	 * When the last batch ended or others were told, comparable to
	 * {@link System#nanoTime()}.
	 */
	private long workedAt = System.nanoTime();

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

	/** Reports that there may be work, which this instance created. */
	public void signal() {
		if (isRunning()) {
			this.unshared.set(true);
			wake();
		}
		else {
			this.others.run();
		}
	}

	/** Looks for work that another instance created. */
	void wake() {
		this.poll = FIRST_POLL;
		this.signals.release();
	}

	String name() {
		return this.name;
	}

	/** Sets how the other instances are told of work. */
	void tellOthersBy(Runnable signal) {
		this.others = signal;
	}

	/** Sets how to know that no other instance of the service runs. */
	void knowAloneBy(BooleanSupplier alone) {
		this.alone = alone;
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
		wake();
		this.work.stop();
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
			while (claim() && doBatch()) {
				this.poll = FIRST_POLL;
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

	private boolean doBatch() {
		var more = this.work.doBatch();
		this.workedAt = System.nanoTime();
		return more;
	}

	/** Claims the work if there is some, and wakes other instances if they must help. */
	private boolean claim() {
		var isNew = this.unshared.getAndSet(false);
		var claimed = isRunning() && this.work.waits() && this.workClaim.acquire();
		if (this.workClaim.needsOthers(isNew, claimed)) {
			this.others.run();
			this.workedAt = System.nanoTime();
		}
		return claimed;
	}

	/** After a failure, signals do not shorten the pause. */
	private void pause(int failures) {
		try {
			if (failures > 0) {
				this.stops.tryAcquire(delayAfter(failures).toMillis(), TimeUnit.MILLISECONDS);
			}
			else if (this.signals.tryAcquire(nextPoll().toMillis(), TimeUnit.MILLISECONDS)) {
				awaitGap();
				this.signals.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A signal long after the last batch starts the next one at once. */
	private void awaitGap() throws InterruptedException {
		var early = this.work.gap().minusNanos(System.nanoTime() - this.workedAt);
		if (early.isPositive()) {
			this.stops.tryAcquire(early.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/** Doubles until the longest poll of the work. */
	private Duration nextPoll() {
		var wait = min(this.poll, this.alone.getAsBoolean() ? this.work.pollAlone() : this.work.poll());
		this.poll = wait.multipliedBy(2);
		return wait.minusMillis((long) (wait.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private static Duration delayAfter(int failures) {
		var delay = FIRST_POLL.multipliedBy(1L << Math.min(failures - 1, 4));
		return min(delay, LONGEST_DELAY);
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

		/**
		 * The shortest time from a batch to the next one that a signal starts: while
		 * signals follow one another, a batch does the work of several.
		 */
		default Duration gap() {
			return Duration.ZERO;
		}

		/** The longest wait for a signal, after some shorter ones. */
		default Duration poll() {
			return LONGEST_POLL;
		}

		/**
		 * The longest wait for a signal while no other instance of the service runs:
		 * nothing can then become due that this instance did not store.
		 */
		default Duration pollAlone() {
			var poll = poll();
			return poll.equals(LONGEST_POLL) ? LONGEST_POLL_ALONE : poll;
		}

		/**
		 * Ends the batch in progress early if it only waits. Another thread calls it when
		 * the loop stops.
		 */
		default void stop() {
		}

	}

}
