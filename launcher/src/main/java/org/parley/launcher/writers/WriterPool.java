package org.parley.launcher.writers;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.parley.launcher.client.Await;

/** People in a queue: whoever has not written for longest is next. */
public final class WriterPool {

	private final BlockingQueue<DrillUser> waiting = new LinkedBlockingQueue<>();

	/** Somebody who may write now, for one writer alone until they are back. */
	public DrillUser next() throws InterruptedException {
		var drillUser = this.waiting.take();
		Await.pass(drillUser.rest());
		return drillUser;
	}

	public void join(DrillUser drillUser) {
		this.waiting.add(drillUser);
	}

	int size() {
		return this.waiting.size();
	}

}
