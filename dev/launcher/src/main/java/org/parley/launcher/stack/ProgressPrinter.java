package org.parley.launcher.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Prints the progress of starts and stops: name, state and seconds.
 */
public final class ProgressPrinter {

	private final PrintStream out;

	private final InstantSource clock;

	public ProgressPrinter(PrintStream out, InstantSource clock) {
		this.out = out;
		this.clock = clock;
	}

	/**
	 * A running task.
	 */
	public final class Task {

		private final String name;

		private final java.time.Instant started;

		private Task(String name) {
			this.name = name;
			this.started = ProgressPrinter.this.clock.instant();
		}

		public void report(String state) {
			var seconds = Duration.between(this.started, ProgressPrinter.this.clock.instant()).toMillis() / 1000.0;
			print("  %-22s %-32s %6.1f s".formatted(this.name, state, seconds));
		}

	}

	public Task start(String name) {
		return new Task(name);
	}

	public void print(String line) {
		this.out.println(line);
	}

}
