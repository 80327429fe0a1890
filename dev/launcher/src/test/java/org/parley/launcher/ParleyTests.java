package org.parley.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.parley.launcher.process.LauncherException;
import picocli.CommandLine.Command;

import static org.assertj.core.api.Assertions.assertThat;

class ParleyTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@Test
	void helpListsCommandsWithoutColours() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString())
			.contains("up ", "down ", "status ", "logs ", "restart ", "accounts ", "new-service ", "bench ", "drill ",
					"test ")
			.doesNotContain("\u001B");
	}

	@Test
	void commandOfOtherModuleHasHelpAndVersion() {
		assertThat(Parley.execute(new String[] { "other", "--help" }, new Other())).isZero();
		assertThat(Parley.execute(new String[] { "other", "--version" }, new Other())).isZero();
		assertThat(Parley.execute(new String[] { "other", "--colour" }, new Other())).isEqualTo(2);
		assertThat(Parley.execute(new String[] { "other" }, new Other())).isEqualTo(1);
	}

	@Test
	void invalidNameOfNewServiceIsRefused() {
		assertThat(run("new-service", "Book Shelf")).isEqualTo(1);
		assertThat(this.err.toString())
			.isEqualTo("'Book Shelf' cannot name a service. A name has 2 to 20 lower-case letters.\n");
		assertThat(run("new-service")).isEqualTo(2);
	}

	@Test
	void versionIsThatOfBuild() {
		assertThat(run("--version")).isZero();
		assertThat(this.out.toString()).matches("Parley \\d+\\.\\d+\\.\\d+.*\\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "upp", "up --port many", "up --port 0", "up --port 65536", "restart", "logs -n few",
			"status --yaml" })
	void invalidArgumentsExitWithTwo(String line) {
		assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(2);
		assertThat(this.err.toString()).containsAnyOf("Usage: ./parley", "Did you mean: ./parley up ");
	}

	@Test
	void expectedFailureIsPrintedWithoutStackTrace() {
		assertThat(run("logs", "nobody")).isEqualTo(1);
		assertThat(this.err.toString()).startsWith("Unknown service nobody.").doesNotContain("\tat ");
	}

	private int run(String... args) {
		return Parley.commandLine().setOut(new PrintWriter(this.out)).setErr(new PrintWriter(this.err)).execute(args);
	}

	@Command(name = "other")
	private static final class Other implements Runnable {

		@Override
		public void run() {
			throw new LauncherException("The other command fails.");
		}

	}

}
