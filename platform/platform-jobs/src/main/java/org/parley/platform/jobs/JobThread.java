package org.parley.platform.jobs;

import java.time.Duration;
import java.util.function.Consumer;

/** The virtual thread of a run, which can be interrupted until its work has ended. */
final class JobThread {

	private final Thread thread;

	private boolean working = true;

	JobThread(String name, Consumer<JobThread> run) {
		this.thread = Thread.ofVirtual().name(name).unstarted(() -> run.accept(this));
	}

	void start() {
		this.thread.start();
	}

	/** Interrupts the work, but not what stores its outcome. */
	synchronized void interruptWork() {
		if (this.working) {
			this.thread.interrupt();
		}
	}

	/** Ends the work; the thread itself calls this. */
	synchronized void endWork() {
		this.working = false;
		Thread.interrupted();
	}

	void join(Duration patience) throws InterruptedException {
		this.thread.join(patience);
	}

}
