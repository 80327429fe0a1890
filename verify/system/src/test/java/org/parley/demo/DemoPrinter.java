package org.parley.demo;

import java.io.PrintStream;
import java.util.List;

import org.parley.demo.stage.DemoStep;

/** Runs the steps of the demo and prints their results. */
final class DemoPrinter {

	private final PrintStream out;

	DemoPrinter(PrintStream out) {
		this.out = out;
	}

	/** Runs the steps; stops and returns false at the first failure. */
	boolean run(List<DemoStep> steps) {
		var started = System.nanoTime();
		for (int number = 1; number <= steps.size(); number++) {
			if (!run(number, steps.get(number - 1))) {
				return false;
			}
		}
		this.out.printf("%nAll %d steps succeeded in %.1f s.%n", steps.size(), (System.nanoTime() - started) / 1e9);
		return true;
	}

	private boolean run(int number, DemoStep demoStep) {
		var started = System.nanoTime();
		try {
			var seen = demoStep.act().get();
			this.out.printf("%2d  %s  (%d ms)%n    %s%n", number, demoStep.name(),
					(System.nanoTime() - started) / 1_000_000, seen.replace("\n", "\n    "));
			return true;
		}
		catch (RuntimeException ex) {
			this.out.printf("%2d  %s  FAILED%n    %s%n", number, demoStep.name(),
					String.valueOf(ex.getMessage()).replace("\n", "\n    "));
			return false;
		}
	}

}
