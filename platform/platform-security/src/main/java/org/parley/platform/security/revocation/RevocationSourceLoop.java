package org.parley.platform.security.revocation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a source open on its own thread, so that blocking calls do not affect requests.
 */
final class RevocationSourceLoop {

	private static final Logger log = LoggerFactory.getLogger(RevocationSourceLoop.class);

	private static final Duration SHORTEST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofSeconds(2);

	private final RevocationSource revocationSource;

	private final Runnable opened;

	private final Runnable closed;

	private volatile @Nullable Thread thread;

	private volatile boolean open;

	private volatile Duration pause = SHORTEST;

	private boolean complained;

	/**
	 * Creates a loop that is not started.
	 * @param opened called when the source opens; earlier revocations may be missing
	 * @param closed called when an open source ends
	 */
	RevocationSourceLoop(RevocationSource revocationSource, Runnable opened, Runnable closed) {
		this.revocationSource = revocationSource;
		this.opened = opened;
		this.closed = closed;
	}

	/** Starts the loop, also after a stop. */
	void start() {
		var next = Thread.ofVirtual().name("revocations-" + name()).unstarted(this::run);
		this.thread = next;
		next.start();
	}

	void stop() {
		var last = this.thread;
		this.thread = null;
		if (last != null) {
			last.interrupt();
		}
	}

	boolean isOpen() {
		return this.open;
	}

	String name() {
		return this.revocationSource.name();
	}

	private void run() {
		while (isWanted()) {
			listen();
			pauseUnlessStopped();
		}
	}

	/** Whether this thread is the current one, neither stopped nor replaced. */
	private boolean isWanted() {
		return Thread.currentThread().equals(this.thread);
	}

	private void listen() {
		try {
			this.revocationSource.listen(this::open);
		}
		catch (Exception ex) {
			logFailure(ex);
		}
		finally {
			close();
		}
	}

	private void open() {
		this.open = true;
		this.pause = SHORTEST;
		this.complained = false;
		log.atInfo().addKeyValue("source", name()).log("Revocations come");
		this.opened.run();
	}

	private void close() {
		if (this.open) {
			this.open = false;
			this.closed.run();
		}
	}

	private void logFailure(Exception ex) {
		var doubled = this.pause.multipliedBy(2);
		this.pause = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		if (!this.complained && isWanted()) {
			this.complained = true;
			log.atWarn()
				.addKeyValue("source", name())
				.addKeyValue("cause", ex.toString())
				.log("A source of revocations is unavailable");
		}
	}

	private void pauseUnlessStopped() {
		if (isWanted()) {
			LockSupport.parkNanos(this.pause.toNanos());
		}
	}

}
