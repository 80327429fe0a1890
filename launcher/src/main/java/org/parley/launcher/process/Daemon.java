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

import org.parley.launcher.checkout.LauncherException;

/**
 * A process in the background that outlives this one, found again by its PID file.
 */
public final class Daemon {

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

	Path log() {
		return this.log;
	}

	public Optional<ProcessHandle> process() {
		return this.pidFile.process();
	}

	public boolean lives() {
		return process().isPresent();
	}

	/**
	 * Starts it with a fresh log; the last one is kept beside it.
	 */
	Process start(List<String> command, Map<String, String> environment) {
		try {
			var process = builder(command, environment).start();
			this.pidFile.write(process.toHandle());
			return process;
		}
		catch (IOException ex) {
			throw new LauncherException("%s cannot be started: %s".formatted(this.name, ex.getMessage()));
		}
	}

	private ProcessBuilder builder(List<String> command, Map<String, String> environment) throws IOException {
		Files.createDirectories(this.log.toAbsolutePath().getParent());
		if (Files.exists(this.log)) {
			Files.move(this.log, this.log.resolveSibling(this.name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
		var detached = new ArrayList<>(detaching());
		detached.addAll(command);
		var builder = new ProcessBuilder(detached).redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.redirectInput(new File("/dev/null"));
		Environment.withoutAdministrators(builder.environment()).putAll(environment);
		return builder;
	}

	/**
	 * Away from our terminal, so that Ctrl-C there and closing it mean us only.
	 */
	private static List<String> detaching() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.map((folder) -> Path.of(folder, "setsid"))
			.filter(Files::isExecutable)
			.findFirst()
			.map((setsid) -> List.of(setsid.toString()))
			.orElse(List.of("nohup"));
	}

	/**
	 * Asks it to end and makes it when it does not.
	 */
	public void stop(long seconds) {
		process().ifPresent((process) -> stop(process, seconds));
		this.pidFile.delete();
	}

	/**
	 * Ends it as a crash would.
	 */
	void kill() {
		process().ifPresent((process) -> {
			process.destroyForcibly();
			try {
				OperatingSystemProcesses.ended(process, 10, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private static void stop(ProcessHandle process, long seconds) {
		try {
			process.destroy();
			if (!OperatingSystemProcesses.ended(process, seconds, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				OperatingSystemProcesses.ended(process, 5, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The end of what it said, for a person who asks why it ended.
	 */
	String lastWords(int lines) {
		try {
			var all = Files.readAllLines(this.log);
			return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
