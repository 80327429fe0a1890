package org.parley.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the passes of the crash point and halts the JVM at the configured one. */
public final class CrashTrigger {

	/** The exit status of a crash. */
	public static final int STATUS = 86;

	private static final AtomicInteger REMAINING_PASSES = new AtomicInteger();

	private CrashTrigger() {
	}

	static void arm(CrashPoint point) {
		REMAINING_PASSES.set(point.pass());
	}

	/**
	 * Called at each pass of the point. Halting runs no shutdown hooks and flushes no
	 * buffers.
	 */
	public static void pass() {
		if (REMAINING_PASSES.decrementAndGet() == 0) {
			Runtime.getRuntime().halt(STATUS);
		}
	}

}
