package org.parley.realtime.session;

import java.util.ArrayDeque;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of a socket in order, on a virtual thread instead of the I/O threads.
 */
final class SocketTaskQueue {

	private static final int CAPACITY = 100;

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private boolean busy;

	synchronized boolean add(Runnable task) {
		if (this.waiting.size() >= CAPACITY) {
			return false;
		}
		this.waiting.add(task);
		if (!this.busy) {
			this.busy = true;
			Thread.ofVirtual().name("socket-tasks").start(this::runTasks);
		}
		return true;
	}

	private void runTasks() {
		for (var task = next(); task != null; task = next()) {
			try {
				task.run();
			}
			catch (RuntimeException ex) {
				Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), ex);
			}
		}
	}

	private synchronized @Nullable Runnable next() {
		var task = this.waiting.poll();
		this.busy = task != null;
		return task;
	}

}
