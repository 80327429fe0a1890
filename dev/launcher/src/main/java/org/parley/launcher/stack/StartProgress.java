package org.parley.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Decides how long to wait for a starting process: as long as its log grows, because a
 * start takes many times longer on a slow machine, but not forever.
 */
final class StartProgress {

	static final Duration SILENCE = Duration.ofMinutes(2);

	static final Duration LONGEST = Duration.ofMinutes(15);

	private final Path log;

	private final long start;

	private long size;

	private long changedAt;

	StartProgress(Path log) {
		this(log, System.nanoTime());
	}

	StartProgress(Path log, long start) {
		this.log = log;
		this.start = start;
		this.changedAt = start;
	}

	/**
	 * Checks whether the log has not grown for two minutes, or the start takes too long.
	 * @param now in nanoseconds, as {@link System#nanoTime()}
	 */
	boolean isOver(long now) {
		var current = currentSize();
		if (current != this.size) {
			this.size = current;
			this.changedAt = now;
		}
		return now - this.changedAt > SILENCE.toNanos() || now - this.start > LONGEST.toNanos();
	}

	Duration elapsed(long now) {
		return Duration.ofNanos(now - this.start);
	}

	private long currentSize() {
		try {
			return Files.size(this.log);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
