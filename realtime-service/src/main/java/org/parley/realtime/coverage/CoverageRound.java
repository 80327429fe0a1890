package org.parley.realtime.coverage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.parley.contracts.realtime.ReplayMarked;
import org.parley.platform.domain.Ids;

/**
 * Tracks one connection to the broker until all events published before it are in the
 * log.
 */
final class CoverageRound {

	private final String id = Ids.next();

	private final CountDownLatch received = new CountDownLatch(1);

	/** True when complete, false when waiting longer is useless. */
	private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

	private volatile boolean complete;

	String id() {
		return this.id;
	}

	void receive(ReplayMarked mark) {
		if (mark.instance().equals(this.id)) {
			this.received.countDown();
		}
	}

	boolean isReceiving() {
		return this.received.getCount() == 0;
	}

	void complete() {
		this.complete = true;
		this.outcome.complete(true);
	}

	boolean isComplete() {
		return this.complete;
	}

	/** Releases the waiting joins with a negative result. */
	void giveUp() {
		this.outcome.complete(false);
	}

	/** Waits until the log is complete, or the round is given up. */
	boolean await(Duration timeout) {
		return this.complete
				|| this.outcome.copy().completeOnTimeout(false, timeout.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
