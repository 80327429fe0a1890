package org.parley.crash;

import java.lang.instrument.Instrumentation;

/**
 * Lets a program crash at a point: {@code -javaagent:crash-agent.jar=<point>}, with the
 * point as {@link CrashPoint} reads it.
 */
public final class CrashAgent {

	private CrashAgent() {
	}

	/** Called by the virtual machine before the program's main method. */
	public static void premain(String argument, Instrumentation instrumentation) {
		var point = CrashPoint.parse(argument);
		CrashTrigger.at(point);
		instrumentation.addTransformer(new CrashInstrumentation(point));
	}

}
