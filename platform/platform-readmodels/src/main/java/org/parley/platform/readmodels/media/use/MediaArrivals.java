package org.parley.platform.readmodels.media.use;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Wakes requests that wait for an event about a medium. */
final class MediaArrivals {

	/**
	 * After that a request looks even without a signal: another instance may have
	 * consumed the event.
	 */
	private static final Duration STEP = Duration.ofMillis(100);

	private volatile CountDownLatch next = new CountDownLatch(1);

	void signal() {
		var arrived = this.next;
		this.next = new CountDownLatch(1);
		arrived.countDown();
	}

	/** Waits for the next event, or a moment; false if the thread was interrupted. */
	boolean awaitNext() {
		try {
			return this.next.await(STEP.toMillis(), TimeUnit.MILLISECONDS) || !Thread.currentThread().isInterrupted();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
