package org.parley.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A program of Node that tests. */
public final class NodeProgram {

	private NodeProgram() {
	}

	/**
	 * Runs a program and prints its output, which lists each test with its duration. Its
	 * output is not inherited, because Maven's plugin talks to this process by it.
	 */
	public static void assertSucceed(ProcessBuilder program, String name, Duration timeout)
			throws IOException, InterruptedException {
		var log = Path.of("target", name + ".log");
		var run = program.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		var completed = run.waitFor(timeout.toSeconds(), TimeUnit.SECONDS);
		System.out.println(Files.readString(log));
		if (!completed) {
			run.destroy();
		}
		assertThat(completed).as("%s completes", name).isTrue();
		assertThat(run.exitValue()).as("exit status of %s, whose output is above", name).isZero();
	}

}
