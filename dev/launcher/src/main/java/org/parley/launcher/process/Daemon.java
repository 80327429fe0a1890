package org.parley.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A background process that outlives the launcher, identified by its PID file.
 */
public final class Daemon {

	private static final long GRACE = 300;

	private final String name;

	private final PidFile pidFile;

	private final Path log;

	public Daemon(String name, PidFile pidFile, Path log) {
		this.name = name;
		this.pidFile = pidFile;
		this.log = log;
	}

	public String name() {
		return this.name;
	}

	public Path log() {
		return this.log;
	}

	public Optional<ProcessHandle> process() {
		return this.pidFile.process();
	}

	public boolean isAlive() {
		return process().isPresent();
	}

	/**
	 * Starts the process with a new log file and keeps the previous one.
	 */
	public Process start(List<String> command, Map<String, String> environment) {
		try {
			var process = builder(command, environment).start();
			this.pidFile.write(process.toHandle());
			return process;
		}
		catch (IOException ex) {
			throw new LauncherException("%s could not be started: %s".formatted(this.name, ex.getMessage()));
		}
	}

	private ProcessBuilder builder(List<String> command, Map<String, String> environment) throws IOException {
		Files.createDirectories(this.log.toAbsolutePath().getParent());
		if (Files.exists(this.log)) {
			Files.move(this.log, this.log.resolveSibling(this.log.getFileName() + ".1"),
					StandardCopyOption.REPLACE_EXISTING);
		}
		var detached = new ArrayList<>(detachCommand());
		detached.addAll(command);
		var builder = new ProcessBuilder(detached).redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.redirectInput(new File("/dev/null"));
		InheritedEnvironment.extend(builder, environment);
		return builder;
	}

	/**
	 * Detaches the process from the terminal, so that Ctrl-C and closing the terminal do
	 * not stop it.
	 */
	private static List<String> detachCommand() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.map((folder) -> Path.of(folder, "setsid"))
			.filter(Files::isExecutable)
			.findFirst()
			.map((setsid) -> List.of(setsid.toString()))
			.orElse(List.of("nohup"));
	}

	/**
	 * Terminates the process, which may take its time for the drain, for running
	 * requests, and for writing an AOT cache.
	 */
	public void stop() {
		stop(GRACE);
	}

	/**
	 * Terminates the process; kills it after the given number of seconds.
	 */
	public void stop(long seconds) {
		process().ifPresent((process) -> stop(process, seconds));
		this.pidFile.delete();
	}

	/**
	 * Kills the process.
	 */
	public void kill() {
		process().ifPresent((process) -> {
			process.destroyForcibly();
			try {
				OperatingSystemProcesses.awaitEnd(process, 10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private static void stop(ProcessHandle process, long seconds) {
		try {
			process.destroy();
			if (!OperatingSystemProcesses.awaitEnd(process, seconds, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				OperatingSystemProcesses.awaitEnd(process, 5, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Returns the last lines of the log.
	 */
	public String logTail(int lines) {
		try {
			var all = Files.readAllLines(this.log);
			return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
