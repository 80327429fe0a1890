package org.parley.bench.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.parley.launcher.process.LauncherException;

/** Finds wrk on the path, or downloads it with {@code stack.sh}. */
public final class LoadGeneratorBinary {

	private LoadGeneratorBinary() {
	}

	public static Path wrk(Path checkout) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.map((folder) -> Path.of(folder, "wrk"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseGet(() -> download(checkout.resolve("local-stack/stack.sh")));
	}

	private static Path download(Path stack) {
		try {
			var downloading = new ProcessBuilder("bash", stack.toString(), "tool", "wrk")
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			var output = new String(downloading.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (downloading.waitFor() != 0) {
				throw new LauncherException("wrk could not be downloaded. Install it manually.");
			}
			return Path.of(output.lines().reduce("", (_, last) -> last));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("Interrupted while wrk was downloaded");
		}
	}

}
