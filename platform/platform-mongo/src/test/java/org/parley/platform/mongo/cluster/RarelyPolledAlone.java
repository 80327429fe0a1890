package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Finds no work. It polls often, and hardly ever if no other instance runs. */
final class RarelyPolledAlone implements ClusterLoop.Work {

	final Semaphore looks = new Semaphore(0);

	@Override
	public boolean waits() {
		this.looks.release();
		return false;
	}

	@Override
	public boolean doBatch() {
		return false;
	}

	@Override
	public Duration poll() {
		return Duration.ofMillis(10);
	}

	@Override
	public Duration pollAlone() {
		return Duration.ofHours(1);
	}

}
