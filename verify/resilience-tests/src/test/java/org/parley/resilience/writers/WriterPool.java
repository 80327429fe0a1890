package org.parley.resilience.writers;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.parley.launcher.client.Await;

/** A pool of users. The user who has waited longest is next. */
public final class WriterPool {

	private final BlockingQueue<DrillUser> waiting = new LinkedBlockingQueue<>();

	/** Takes a user for exclusive use, and waits until the rate limit allows a write. */
	public DrillUser acquire() throws InterruptedException {
		var drillUser = this.waiting.take();
		Await.sleep(drillUser.waitTime());
		return drillUser;
	}

	public void release(DrillUser drillUser) {
		this.waiting.add(drillUser);
	}

	int size() {
		return this.waiting.size();
	}

}
