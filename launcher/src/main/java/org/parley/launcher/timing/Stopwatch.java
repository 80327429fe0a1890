package org.parley.launcher.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Measures work as it is done. */
final class Stopwatch {

	private Stopwatch() {
	}

	static Duration of(Runnable work) {
		var start = System.nanoTime();
		work.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/** Does lists of work at the same time, each list in its order. */
	static Timings together(String name, List<? extends List<Runnable>> work) {
		var start = System.nanoTime();
		try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
			var clocked = work.stream()
				.map((mine) -> clients.submit(() -> mine.stream().map(Stopwatch::of).toList()))
				.toList();
			var each = new ArrayList<Duration>();
			for (var mine : clocked) {
				each.addAll(mine.get());
			}
			return new Timings(name, each, Duration.ofNanos(System.nanoTime() - start));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the clients were at work", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A client has failed: " + ex.getCause(), ex);
		}
	}

}
