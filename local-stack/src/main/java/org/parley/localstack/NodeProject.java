package org.parley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs for Node.js that tests run beside us, with the packages that their lock file
 * names: clients that other people wrote.
 */
public final class NodeProject {

	private static final long MINUTES = 2;

	private final Path folder;

	private NodeProject(Path folder) {
		this.folder = folder;
	}

	/**
	 * Copies a project and fetches its packages.
	 * @param source with {@code package-lock.json}; nothing is written there
	 * @param folder where it shall run
	 * @throws StackUnavailableException when there is no node or npm on this machine
	 */
	public static NodeProject install(Path source, Path folder) {
		try {
			Files.createDirectories(folder);
			copy(source, folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		var project = new NodeProject(folder);
		project.require("node", "--version");
		project.require("npm", "--version");
		project.require("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
		return project;
	}

	private static void copy(Path source, Path folder) throws IOException {
		try (Stream<Path> files = Files.list(source)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	/** A program of the project, not started yet. */
	public ProcessBuilder program(String... arguments) {
		var command = Stream.concat(Stream.of("node"), Stream.of(arguments)).toList();
		return new ProcessBuilder(command).directory(this.folder.toFile());
	}

	private void require(String... command) {
		try {
			var process = new ProcessBuilder(command).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(this.folder.resolve("npm.log").toFile())
				.start();
			if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroy();
				throw new IllegalStateException("%s failed: %s".formatted(String.join(" ", command),
						Files.readString(this.folder.resolve("npm.log"))));
			}
		}
		catch (IOException ex) {
			throw new StackUnavailableException("Tests of clients that others wrote need node and npm: " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
