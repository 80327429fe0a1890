package org.parley.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Measures the duration of tasks. */
public final class Stopwatch {

	private Stopwatch() {
	}

	static Duration of(Runnable task) {
		var start = System.nanoTime();
		task.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/** Runs lists of tasks concurrently, each list in order. */
	public static Timings runConcurrently(String name, List<? extends List<Runnable>> work) {
		var start = System.nanoTime();
		try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
			var clocked = work.stream()
				.map((tasks) -> clients.submit(() -> tasks.stream().map(Stopwatch::of).toList()))
				.toList();
			var each = new ArrayList<Duration>();
			for (var tasks : clocked) {
				each.addAll(tasks.get());
			}
			return new Timings(name, each, Duration.ofNanos(System.nanoTime() - start));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the clients were running", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A client failed: " + ex.getCause(), ex);
		}
	}

}
