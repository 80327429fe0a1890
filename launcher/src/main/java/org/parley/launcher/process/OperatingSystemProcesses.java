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
 * What the operating system knows about a process and {@link ProcessHandle} does not say.
 */
public final class OperatingSystemProcesses {

	private static final Pattern ENDED = Pattern.compile("(?s).*\\) [ZX] .*");

	private static final Pattern RESIDENT = Pattern.compile("(?s).*VmRSS:\\s+(\\d+) kB.*");

	private OperatingSystemProcesses() {
	}

	/**
	 * Says whether it still runs; one that has ended and that its parent never asked
	 * about does not.
	 */
	static boolean lives(ProcessHandle process) {
		return process.isAlive() && !ENDED.matcher(read(process, "stat")).matches();
	}

	/**
	 * Waits for its end.
	 * @return whether it has ended
	 */
	static boolean ended(ProcessHandle process, long timeout, TimeUnit unit) throws InterruptedException {
		var deadline = System.nanoTime() + unit.toNanos(timeout);
		while (lives(process)) {
			if (System.nanoTime() > deadline) {
				return false;
			}
			pause(process);
		}
		return true;
	}

	/**
	 * Returns at once when it ends, else soon.
	 */
	static void pause(ProcessHandle process) throws InterruptedException {
		try {
			process.onExit().get(100, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// it lives, or nobody knows
		}
	}

	/**
	 * Resident memory in KiB, 0 when unknown.
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
