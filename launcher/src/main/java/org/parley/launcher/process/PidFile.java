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
 * Remembers a process by its id and when it began, so that an id which the system has
 * given to another process since is never taken for it.
 */
public final class PidFile {

	private static final Pattern CONTENT = Pattern.compile("(\\d+) (\\S+)\\s*");

	/**
	 * The system's start times can differ by a clock tick from one reader to the next.
	 */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private final Path file;

	public PidFile(Path file) {
		this.file = file;
	}

	void write(ProcessHandle process) {
		var began = process.info().startInstant().orElse(Instant.EPOCH);
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			Files.writeString(this.file, "%d %s%n".formatted(process.pid(), began));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the process while it lives.
	 */
	Optional<ProcessHandle> process() {
		var content = CONTENT.matcher(read());
		if (!content.matches()) {
			return Optional.empty();
		}
		var began = Instant.parse(content.group(2));
		return ProcessHandle.of(Long.parseLong(content.group(1)))
			.filter((process) -> OperatingSystemProcesses.lives(process) && beganAt(process, began));
	}

	private static boolean beganAt(ProcessHandle process, Instant began) {
		var difference = Duration.between(process.info().startInstant().orElse(Instant.EPOCH), began);
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
