package org.parley.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Information about processes that {@link ProcessHandle} does not provide.
 */
public final class OperatingSystemProcesses {

	private static final Pattern ENDED = Pattern.compile("(?s).*\\) [ZX] .*");

	private static final Pattern RESIDENT = Pattern.compile("(?s).*VmRSS:\\s+(\\d+) kB.*");

	private OperatingSystemProcesses() {
	}

	/**
	 * Checks whether a process is running; a zombie is not.
	 */
	static boolean isAlive(ProcessHandle process) {
		return process.isAlive() && !ENDED.matcher(read(process, "stat")).matches();
	}

	/**
	 * Waits for the end of a process.
	 * @return whether it has ended in time
	 */
	static boolean awaitEnd(ProcessHandle process, long timeout, TimeUnit unit) throws InterruptedException {
		var deadline = System.nanoTime() + unit.toNanos(timeout);
		while (isAlive(process)) {
			if (System.nanoTime() > deadline) {
				return false;
			}
			pause(process);
		}
		return true;
	}

	/**
	 * Waits 100 ms, or until the process ends.
	 */
	public static void pause(ProcessHandle process) throws InterruptedException {
		try {
			process.onExit().get(100, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// The process is still running, or its end cannot be observed.
		}
	}

	/**
	 * Returns the resident memory in KiB; 0 if unknown.
	 */
	public static long residentKb(ProcessHandle process) {
		return Optional.of(RESIDENT.matcher(read(process, "status")))
			.filter((status) -> status.matches())
			.map((status) -> Long.parseLong(status.group(1)))
			.orElse(0L);
	}

	private static String read(ProcessHandle process, String file) {
		try {
			return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
		}
		catch (IOException ex) {
			return "";
		}
	}

}
