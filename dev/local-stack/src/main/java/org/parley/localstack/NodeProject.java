package org.parley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Node.js programs for tests with third-party clients, with the packages of their lock
 * file.
 */
public final class NodeProject {

	private static final long MINUTES = 2;

	private final Path folder;

	private NodeProject(Path folder) {
		this.folder = folder;
	}

	/**
	 * Copies a project and installs its packages.
	 * @param source the project with {@code package-lock.json}; it is not changed
	 * @param folder the folder of the copy
	 * @throws StackUnavailableException if node or npm is not installed
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
		project.run("node", "--version");
		project.run("npm", "--version");
		project.installPackages();
		return project;
	}

	/** Several tests use the same project, whose packages are installed once. */
	private void installPackages() {
		var locked = this.folder.resolve("package-lock.json");
		var installed = this.folder.resolve("node_modules").resolve("installed-lock.json");
		try {
			if (Files.exists(installed) && Files.mismatch(locked, installed) == -1) {
				return;
			}
			run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
			Files.copy(locked, installed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void copy(Path source, Path folder) throws IOException {
		try (Stream<Path> files = Files.list(source)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	/** Returns a program of the project, which is not started yet. */
	public ProcessBuilder program(String... arguments) {
		var command = Stream.concat(Stream.of("node"), Stream.of(arguments)).toList();
		return new ProcessBuilder(command).directory(this.folder.toFile());
	}

	private void run(String... command) {
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
			throw new StackUnavailableException("Tests with third-party clients need node and npm: " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
