package org.parley.launcher.process;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Tells a person what happens, one line each: who, what, and after how many seconds.
 */
public final class ProgressPrinter {

	private final PrintStream out;

	private final InstantSource clock;

	public ProgressPrinter(PrintStream out, InstantSource clock) {
		this.out = out;
		this.clock = clock;
	}

	/**
	 * Something that is under way.
	 */
	public final class Work {

		private final String name;

		private final java.time.Instant began;

		private Work(String name) {
			this.name = name;
			this.began = ProgressPrinter.this.clock.instant();
		}

		public void is(String state) {
			var seconds = Duration.between(this.began, ProgressPrinter.this.clock.instant()).toMillis() / 1000.0;
			say("  %-22s %-32s %6.1f s".formatted(this.name, state, seconds));
		}

	}

	public Work on(String name) {
		return new Work(name);
	}

	public void say(String line) {
		this.out.println(line);
	}

}
