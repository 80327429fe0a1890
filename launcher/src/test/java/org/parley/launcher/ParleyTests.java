package org.parley.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParleyTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@Test
	void helpListsCommandsWithoutColours() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString()).contains("up ", "down ", "status ", "logs ", "restart ", "accounts ", "test ")
			.doesNotContain("\u001B");
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
		assertThat(this.err.toString()).containsAnyOf("Usage: ./parley", "Did you mean: ./parley up?");
	}

	@Test
	void expectedFailureIsPrintedWithoutStackTrace() {
		assertThat(run("logs", "nobody")).isEqualTo(1);
		assertThat(this.err.toString()).startsWith("Unknown service nobody.").doesNotContain("\tat ");
	}

	private int run(String... args) {
		return Parley.commandLine().setOut(new PrintWriter(this.out)).setErr(new PrintWriter(this.err)).execute(args);
	}

}
