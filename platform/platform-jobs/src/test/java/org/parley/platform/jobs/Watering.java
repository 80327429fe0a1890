package org.parley.platform.jobs;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A job that tests can block and fail. */
class Watering implements Job {

	static final String NAME = "water-plants";

	final AtomicInteger begun = new AtomicInteger();

	final AtomicInteger done = new AtomicInteger();

	final Semaphore failures = new Semaphore(0);

	private final Semaphore water = new Semaphore(Integer.MAX_VALUE);

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String schedule() {
		return "0 0 * * * *";
	}

	@Override
	public String run() {
		this.begun.incrementAndGet();
		try {
			this.water.acquire();
			this.water.release();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
		if (this.failures.tryAcquire()) {
			throw new IllegalStateException("the can has a hole");
		}
		return "Watered %d times.".formatted(this.done.incrementAndGet());
	}

	void holdUp() {
		this.water.drainPermits();
	}

	void goOn() {
		this.water.drainPermits();
		this.water.release(Integer.MAX_VALUE);
	}

	void forget() {
		goOn();
		this.failures.drainPermits();
		this.begun.set(0);
		this.done.set(0);
	}

}
