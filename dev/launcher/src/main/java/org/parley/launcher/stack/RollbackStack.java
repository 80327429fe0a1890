package org.parley.launcher.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Undoes the steps of a start that has failed or was cancelled, for example with Ctrl-C.
 */
public final class RollbackStack {

	private final List<Runnable> steps = new ArrayList<>();

	private boolean over;

	/**
	 * Registers the rollback of a step that is about to run.
	 * @throws InterruptedException if the rollback has begun
	 */
	synchronized void register(Runnable rollback) throws InterruptedException {
		if (this.over) {
			throw new InterruptedException();
		}
		this.steps.add(rollback);
	}

	/**
	 * Runs a short step and registers its rollback; neither happens during
	 * {@link #rollBack}.
	 */
	synchronized <T> T run(Supplier<T> step, Runnable rollback) throws InterruptedException {
		register(rollback);
		return step.get();
	}

	/**
	 * Discards all registered rollbacks.
	 */
	public synchronized void commit() {
		close();
	}

	/**
	 * Runs all rollbacks in parallel, because each waits for a process to end.
	 * @return whether there was a step to roll back
	 */
	public boolean rollBack() {
		var threads = close().stream().map(Thread::startVirtualThread).toList();
		try {
			for (var thread : threads) {
				thread.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return !threads.isEmpty();
	}

	public synchronized boolean isOver() {
		return this.over;
	}

	private synchronized List<Runnable> close() {
		this.over = true;
		var all = List.copyOf(this.steps);
		this.steps.clear();
		return all;
	}

}
