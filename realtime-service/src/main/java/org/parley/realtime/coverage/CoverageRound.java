package org.parley.realtime.coverage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.parley.platform.web.Ids;

/**
 * One connection to the broker, from its begin until everything published before it is in
 * the log.
 */
final class CoverageRound {

	private final String id = Ids.next();

	private final CountDownLatch heard = new CountDownLatch(1);

	/** True when covered, false when waiting longer is of no use. */
	private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

	private volatile boolean covered;

	String id() {
		return this.id;
	}

	void hear(ReplayMarked mark) {
		if (mark.instance().equals(this.id)) {
			this.heard.countDown();
		}
	}

	boolean isHeard() {
		return this.heard.getCount() == 0;
	}

	void cover() {
		this.covered = true;
		this.outcome.complete(true);
	}

	boolean isCovered() {
		return this.covered;
	}

	/** Lets those go on who wait; false when they have gone already. */
	boolean release() {
		return this.outcome.complete(false);
	}

	/** Waits until it is covered, or released. */
	boolean await(Duration patience) {
		return this.covered
				|| this.outcome.copy().completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
