package org.parley.realtime.redis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries something at start until it works, beside all else. */
public final class StartupRetry {

	private static final Logger log = LoggerFactory.getLogger(StartupRetry.class);

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final AtomicBoolean complained = new AtomicBoolean();

	private final String complaint;

	private final Duration pause;

	public StartupRetry(String complaint, Duration pause) {
		this.complaint = complaint;
		this.pause = pause;
	}

	public void start(Runnable work) {
		Thread.ofVirtual().name("persistence").start(() -> insist(work));
	}

	public void stop() {
		this.stopped.countDown();
	}

	private void insist(Runnable work) {
		while (!works(work) && goesOn()) {
			log.trace("Once more");
		}
	}

	private boolean works(Runnable work) {
		try {
			work.run();
			return true;
		}
		catch (RuntimeException ex) {
			if (this.complained.compareAndSet(false, true)) {
				log.atWarn().addKeyValue("cause", ex.toString()).log(this.complaint);
			}
			return false;
		}
	}

	private boolean goesOn() {
		try {
			return !this.stopped.await(this.pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
