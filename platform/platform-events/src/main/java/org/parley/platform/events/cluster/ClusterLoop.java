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
 * Keeps work going that an instance may do while it holds a claim, batch after batch:
 * woken by a signal, polling as the safety net. Work that fails is tried again, less and
 * less often.
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
	 * A loop that is not started yet.
	 * @param name of the work, for threads and logs
	 * @param workClaim held while there is work
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

	/** There may be something to do. */
	public void signal() {
		this.signals.release();
	}

	/** The thread is known before it runs: it ends when it is no longer the one. */
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
			failures = isDone(failures) ? 0 : failures + 1;
			pause(failures);
		}
		giveBackQuietly();
	}

	private boolean isDone(int failures) {
		try {
			while (isRunning() && this.work.waits() && this.workClaim.acquire() && this.work.doBatch()) {
				log.trace("More to do");
			}
			if (failures > 0) {
				log.atInfo().addKeyValue("work", this.name).log("Work goes on");
			}
			return true;
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			log.atLevel((failures == 0) ? Level.WARN : Level.DEBUG)
				.addKeyValue("work", this.name)
				.addKeyValue("cause", ex.toString())
				.log("Work waits: it cannot be done now");
			return false;
		}
	}

	/** After a failure no signal cuts the pause short, or a busy service would hammer. */
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

	private void giveBackQuietly() {
		try {
			this.workClaim.release();
		}
		catch (RuntimeException ex) {
			log.debug("The claim ends by itself", ex);
		}
	}

	/** What is done in batches. */
	public interface Work {

		/** Whether anything waits; asked often, so it costs little. */
		boolean waits();

		/** Does one batch; true when there may be more. */
		boolean doBatch();

		/** How long to wait for a signal before looking again. */
		default Duration poll() {
			return POLL;
		}

	}

}
