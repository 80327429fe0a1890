package org.parley.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stores a process's id and start time, so that a reused id is not mistaken for the
 * process.
 */
public final class PidFile {

	private static final Pattern CONTENT = Pattern.compile("(\\d+) (\\S+)\\s*");

	/**
	 * Two reads of a process's start time can differ by a clock tick.
	 */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private final Path file;

	public PidFile(Path file) {
		this.file = file;
	}

	void write(ProcessHandle process) {
		var started = process.info().startInstant().orElse(Instant.EPOCH);
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			Files.writeString(this.file, "%d %s%n".formatted(process.pid(), started));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the process if it is running.
	 */
	Optional<ProcessHandle> process() {
		var content = CONTENT.matcher(read());
		if (!content.matches()) {
			return Optional.empty();
		}
		var started = Instant.parse(content.group(2));
		return ProcessHandle.of(Long.parseLong(content.group(1)))
			.filter((process) -> OperatingSystemProcesses.isAlive(process) && startedAt(process, started));
	}

	private static boolean startedAt(ProcessHandle process, Instant started) {
		var difference = Duration.between(process.info().startInstant().orElse(Instant.EPOCH), started);
		return difference.abs().compareTo(TOLERANCE) < 0;
	}

	private String read() {
		try {
			return Files.readString(this.file);
		}
		catch (NoSuchFileException ex) {
			return "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void delete() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
