package org.parley.launcher.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What takes back everything that a start has done so far, when it fails or is broken
 * off: also by Ctrl-C, when this process is about to end.
 */
public final class RollbackStack {

	private final List<Runnable> steps = new ArrayList<>();

	private boolean over;

	/**
	 * Remembers how to take back what is about to be done.
	 * @throws InterruptedException when everything is being taken back already
	 */
	synchronized void remember(Runnable back) throws InterruptedException {
		if (this.over) {
			throw new InterruptedException();
		}
		this.steps.add(back);
	}

	/**
	 * Does something short and remembers how to take it back; neither falls between the
	 * steps of {@link #takeBack}.
	 */
	synchronized <T> T run(Supplier<T> step, Runnable back) throws InterruptedException {
		remember(back);
		return step.get();
	}

	/**
	 * Nothing is to be taken back any more.
	 */
	public synchronized void forget() {
		close();
	}

	/**
	 * Takes everything back, all at once as each step waits for a process to end.
	 * @return whether there was a start to take back; false after somebody else did
	 */
	public boolean takeBack() {
		var work = close().stream().map(Thread::startVirtualThread).toList();
		try {
			for (var thread : work) {
				thread.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return !work.isEmpty();
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
