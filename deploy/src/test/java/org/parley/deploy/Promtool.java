package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.opentest4j.TestAbortedException;
import org.parley.localstack.LocalStack;
import org.parley.localstack.StackUnavailableException;

/** Prometheus' own tool, which checks and tests rules. */
final class Promtool {

	private Promtool() {
	}

	/**
	 * Runs the tool; where it is not available, the test is skipped with the reason, or
	 * fails if {@code CI} is set.
	 */
	static Result run(Object... arguments) {
		try {
			var command = Stream.concat(Stream.of(LocalStack.tool("promtool")), Stream.of(arguments))
				.map(Object::toString)
				.toList();
			return run(command);
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			throw new TestAbortedException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static Result run(List<String> command) {
		try {
			var process = new ProcessBuilder(command).redirectErrorStream(true).start();
			var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Result(process.waitFor(), output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static Path prometheus(String file) {
		return RepositoryFiles.ROOT.resolve("deploy/observability/prometheus").resolve(file);
	}

	/**
	 * The end of the tool.
	 *
	 * @param status the exit status
	 * @param output what it printed
	 */
	record Result(int status, String output) {
	}

}
