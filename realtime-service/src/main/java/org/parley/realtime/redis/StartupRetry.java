package org.parley.realtime.redis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a startup task in the background until it succeeds. */
public final class StartupRetry {

	private static final Logger log = LoggerFactory.getLogger(StartupRetry.class);

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final AtomicBoolean reported = new AtomicBoolean();

	private final String failureMessage;

	private final Duration pause;

	public StartupRetry(String failureMessage, Duration pause) {
		this.failureMessage = failureMessage;
		this.pause = pause;
	}

	public void start(Runnable task) {
		Thread.ofVirtual().name("startup-retry").start(() -> repeat(task));
	}

	public void stop() {
		this.stopped.countDown();
	}

	private void repeat(Runnable task) {
		while (!tryRun(task) && awaitRetry()) {
			log.trace("Retrying");
		}
	}

	private boolean tryRun(Runnable task) {
		try {
			task.run();
			return true;
		}
		catch (RuntimeException ex) {
			if (this.reported.compareAndSet(false, true)) {
				log.atWarn().addKeyValue("cause", ex.toString()).log(this.failureMessage);
			}
			return false;
		}
	}

	private boolean awaitRetry() {
		try {
			return !this.stopped.await(this.pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
