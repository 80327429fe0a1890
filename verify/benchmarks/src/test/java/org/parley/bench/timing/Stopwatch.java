package org.parley.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Measures the duration of tasks. */
public final class Stopwatch {

	private Stopwatch() {
	}

	static Duration of(Runnable task) {
		var start = System.nanoTime();
		task.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/**
	 * Starts tasks at a steady rate, whether or not earlier ones have ended. A task that
	 * starts late is timed from when it was due.
	 */
	public static Timings runAtRate(String name, List<Runnable> tasks, int perSecond) {
		var start = System.nanoTime();
		var gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
		try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
			var clocked = new ArrayList<Future<Duration>>();
			for (var i = 0; i < tasks.size(); i++) {
				var task = tasks.get(i);
				var due = start + i * gap;
				while (System.nanoTime() < due) {
					LockSupport.parkNanos(due - System.nanoTime());
				}
				clocked.add(clients.submit(() -> {
					task.run();
					return Duration.ofNanos(System.nanoTime() - due);
				}));
			}
			return new Timings(name, results(clocked), Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private static <T> List<T> results(List<Future<T>> futures) {
		var results = new ArrayList<T>();
		try {
			for (var future : futures) {
				results.add(future.get());
			}
			return results;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the clients were running", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A client failed: " + ex.getCause(), ex);
		}
	}

	/** Runs lists of tasks concurrently, each list in order. */
	public static Timings runConcurrently(String name, List<? extends List<Runnable>> work) {
		var start = System.nanoTime();
		try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
			var clocked = work.stream()
				.map((tasks) -> clients.submit(() -> tasks.stream().map(Stopwatch::of).toList()))
				.toList();
			var each = results(clocked).stream().flatMap(List::stream).toList();
			return new Timings(name, each, Duration.ofNanos(System.nanoTime() - start));
		}
	}

}
