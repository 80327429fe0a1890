package org.parley.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.parley.launcher.process.LauncherException;

/** The output of programs that run to their end. Their errors are printed. */
public final class ProgramOutput {

	private ProgramOutput() {
	}

	/**
	 * Runs a command and returns its output.
	 * @param failure how a failure is reported, before the output
	 * @throws LauncherException if the program fails
	 */
	public static String of(List<String> command, String failure) {
		try {
			var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new LauncherException(failure + "\n" + output);
			}
			return output;
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
