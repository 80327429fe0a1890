package org.parley.launcher.demo;

import java.io.PrintStream;
import java.util.List;

/** Plays a story aloud. */
final class DemoPrinter {

	private final PrintStream out;

	DemoPrinter(PrintStream out) {
		this.out = out;
	}

	/** Plays the steps up to the first that does not go as expected; false then. */
	boolean tell(List<DemoStep> story) {
		var began = System.nanoTime();
		for (int number = 1; number <= story.size(); number++) {
			if (!tell(number, story.get(number - 1))) {
				return false;
			}
		}
		this.out.printf("%nAll %d steps went as expected, in %.1f s.%n", story.size(),
				(System.nanoTime() - began) / 1e9);
		return true;
	}

	private boolean tell(int number, DemoStep demoStep) {
		var began = System.nanoTime();
		try {
			var seen = demoStep.act().get();
			this.out.printf("%2d  %s  (%d ms)%n    %s%n", number, demoStep.name(),
					(System.nanoTime() - began) / 1_000_000, seen.replace("\n", "\n    "));
			return true;
		}
		catch (RuntimeException ex) {
			this.out.printf("%2d  %s  FAILED%n    %s%n", number, demoStep.name(),
					String.valueOf(ex.getMessage()).replace("\n", "\n    "));
			return false;
		}
	}

}
