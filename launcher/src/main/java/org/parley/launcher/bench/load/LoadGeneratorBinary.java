package org.parley.launcher.bench.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.parley.launcher.checkout.LauncherException;

/** Finds the load generator: on the path, else where {@code stack.sh} puts it. */
public final class LoadGeneratorBinary {

	private LoadGeneratorBinary() {
	}

	public static Path wrk(Path checkout) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.map((folder) -> Path.of(folder, "wrk"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseGet(() -> fetched(checkout.resolve("local-stack/stack.sh")));
	}

	private static Path fetched(Path stack) {
		try {
			var fetching = new ProcessBuilder("bash", stack.toString(), "tool", "wrk")
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			var said = new String(fetching.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (fetching.waitFor() != 0) {
				throw new LauncherException("The load generator cannot be fetched. Install wrk.");
			}
			return Path.of(said.lines().reduce("", (_, last) -> last));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("Interrupted while the load generator was fetched");
		}
	}

}
