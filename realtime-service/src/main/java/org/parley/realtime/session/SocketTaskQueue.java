package org.parley.realtime.session;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * What a client asked for, done one after the other, away from the threads that read and
 * write sockets.
 */
final class SocketTaskQueue {

	private static final int FULL = 100;

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private boolean busy;

	synchronized boolean add(Runnable work) {
		if (this.waiting.size() >= FULL) {
			return false;
		}
		this.waiting.add(work);
		if (!this.busy) {
			this.busy = true;
			Thread.ofVirtual().name("mailbox").start(this::workOff);
		}
		return true;
	}

	private void workOff() {
		for (var work = next(); work != null; work = next()) {
			try {
				work.run();
			}
			catch (RuntimeException ex) {
				Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), ex);
			}
		}
	}

	private synchronized @Nullable Runnable next() {
		var work = this.waiting.poll();
		this.busy = work != null;
		return work;
	}

}
