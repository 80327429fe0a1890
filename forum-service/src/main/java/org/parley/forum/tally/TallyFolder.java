package org.parley.forum.tally;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.Lease;
import org.parley.platform.web.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Keeps {@link Folding} going: on one instance at a time, woken by commits; polling is
 * the safety net.
 */
@Component
class TallyFolder implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TallyFolder.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private final Folding folding;

	private final Lease lease;

	private final ThreadFactory threads;

	private final Semaphore signals = new Semaphore(0);

	private volatile @Nullable Thread worker;

	@Autowired
	TallyFolder(Folding folding, MongoOperations mongo, InstantSource clock) {
		this(folding, new Lease(mongo, clock, "tally-folder", Ids.next()),
				Thread.ofVirtual().name("tally-folder").factory());
	}

	TallyFolder(Folding folding, Lease lease, ThreadFactory threads) {
		this.folding = folding;
		this.lease = lease;
		this.threads = threads;
	}

	/** There may be something to fold. */
	void signal() {
		this.signals.release();
	}

	@Override
	public void start() {
		var folder = this.threads.newThread(this::run);
		this.worker = folder;
		folder.start();
	}

	@Override
	public void stop() {
		var running = this.worker;
		this.worker = null;
		if (running == null) {
			return;
		}
		signal();
		try {
			running.join(Duration.ofSeconds(15));
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
			foldQuietly();
			await();
		}
		giveBackQuietly();
	}

	/**
	 * Events of a fold go back to many requests: they have a correlation id of their own.
	 */
	private void foldQuietly() {
		try {
			while (isRunning() && this.folding.hasWork() && this.lease.acquire() && this.folding.foldBatch()) {
				log.trace("More to fold");
			}
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.toString()).log("Counters wait: they cannot be folded now");
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

}
