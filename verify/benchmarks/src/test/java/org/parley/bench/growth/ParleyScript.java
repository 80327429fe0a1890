package org.parley.bench.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.parley.launcher.process.LauncherException;

/**
 * The script that starts and stops Parley.
 *
 * @param root the root folder of the checkout
 */
record ParleyScript(Path root) {

	/**
	 * Runs a command of the script.
	 * @throws LauncherException if it fails
	 */
	void run(String... arguments) {
		try {
			var process = new ProcessBuilder(
					Stream.concat(Stream.of(this.root.resolve("parley").toString()), Stream.of(arguments)).toList())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			if (process.waitFor() != 0) {
				throw new LauncherException("./parley %s failed.".formatted(String.join(" ", arguments)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LauncherException("interrupted");
		}
	}

}
