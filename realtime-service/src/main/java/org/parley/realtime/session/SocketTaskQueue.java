package org.parley.realtime.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of a socket in order, on a virtual thread instead of the I/O threads.
 */
final class SocketTaskQueue {

	private static final int CAPACITY = 100;

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private final Set<Thread> running;

	private boolean busy;

	/**
	 * Creates an empty queue.
	 * @param running the threads of all queues that run tasks; the queue adds its own
	 */
	SocketTaskQueue(Set<Thread> running) {
		this.running = running;
	}

	synchronized boolean add(Runnable task) {
		if (this.waiting.size() >= CAPACITY) {
			return false;
		}
		this.waiting.add(task);
		if (!this.busy) {
			this.busy = true;
			var thread = Thread.ofVirtual().name("socket-tasks").unstarted(this::runTasks);
			this.running.add(thread);
			thread.start();
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
		this.running.remove(Thread.currentThread());
	}

	private synchronized @Nullable Runnable next() {
		var task = this.waiting.poll();
		this.busy = task != null;
		return task;
	}

}
