package org.parley.crash;

import java.lang.instrument.Instrumentation;

/**
 * Java agent that crashes a program at a point:
 * {@code -javaagent:crash-agent.jar=<point>}, in the format of {@link CrashPoint}.
 */
public final class CrashAgent {

	private CrashAgent() {
	}

	/** Called by the JVM before the program's main method. */
	public static void premain(String argument, Instrumentation instrumentation) {
		var point = CrashPoint.parse(argument);
		CrashTrigger.arm(point);
		instrumentation.addTransformer(new CrashInstrumentation(point));
	}

}
