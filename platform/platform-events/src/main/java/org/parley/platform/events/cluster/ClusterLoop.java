package org.parley.platform.events.cluster;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps work going that one instance at a time may do, batch after batch: woken by a
 * signal, polling every half a second as the safety net. Work that fails is tried again.
 */
public final class ClusterLoop implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ClusterLoop.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final String name;

	private final Lease lease;

	private final Work work;

	private final ThreadFactory threads;

	private final Semaphore signals = new Semaphore(0);

	private volatile @Nullable Thread worker;

	/**
	 * A loop that is not started yet.
	 * @param name of the work, for threads and logs
	 * @param lease held while there is work
	 */
	public ClusterLoop(String name, Lease lease, Work work) {
		this(name, lease, work, Thread.ofVirtual().name(name).factory());
	}

	ClusterLoop(String name, Lease lease, Work work, ThreadFactory threads) {
		this.name = name;
		this.lease = lease;
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
		while (isRunning()) {
			workQuietly();
			await();
		}
		giveBackQuietly();
	}

	private void workQuietly() {
		try {
			while (isRunning() && this.work.waits() && this.lease.acquire() && this.work.doBatch()) {
				log.trace("More to do");
			}
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("work", this.name)
				.addKeyValue("cause", ex.toString())
				.log("Work waits: it cannot be done now");
		}
	}

	private void await() {
		try {
			if (this.signals.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
				this.signals.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void giveBackQuietly() {
		try {
			this.lease.release();
		}
		catch (RuntimeException ex) {
			log.debug("The lease ends by itself", ex);
		}
	}

	/** What is done in batches. */
	public interface Work {

		/** Whether anything waits; asked often, so it costs little. */
		boolean waits();

		/** Does one batch; true when there may be more. */
		boolean doBatch();

	}

}
