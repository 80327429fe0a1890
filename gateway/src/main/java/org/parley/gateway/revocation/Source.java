package org.parley.gateway.revocation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a wire open, on a thread of its own: what blocks there never keeps a request.
 */
final class Source {

	private static final Logger log = LoggerFactory.getLogger(Source.class);

	private static final Duration SHORTEST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofSeconds(2);

	private final Wire wire;

	private final Runnable opened;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread;

	private volatile boolean open;

	private volatile Duration pause = SHORTEST;

	private boolean complained;

	/**
	 * A source that is not started yet.
	 * @param opened told whenever the wire is open again: something may have been missed
	 */
	Source(Wire wire, Runnable opened) {
		this.wire = wire;
		this.opened = opened;
		this.thread = Thread.ofVirtual().name("revocations-" + wire.name()).unstarted(this::run);
	}

	void start() {
		this.thread.start();
	}

	void stop() {
		this.stopped.countDown();
		this.thread.interrupt();
	}

	boolean isOpen() {
		return this.open;
	}

	String name() {
		return this.wire.name();
	}

	private void run() {
		do {
			listen();
		}
		while (!isStoppedAfter(this.pause));
	}

	private void listen() {
		try {
			this.wire.listen(this::open);
		}
		catch (Exception ex) {
			complain(ex);
		}
		finally {
			this.open = false;
		}
	}

	private void open() {
		this.open = true;
		this.pause = SHORTEST;
		this.complained = false;
		log.atInfo().addKeyValue("source", name()).log("Revocations come");
		this.opened.run();
	}

	private void complain(Exception ex) {
		var doubled = this.pause.multipliedBy(2);
		this.pause = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		if (!this.complained && this.stopped.getCount() > 0) {
			this.complained = true;
			log.atWarn()
				.addKeyValue("source", name())
				.addKeyValue("cause", ex.toString())
				.log("Revocations do not come this way now");
		}
	}

	private boolean isStoppedAfter(Duration length) {
		try {
			return this.stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			return true;
		}
	}

}
