package org.parley.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs programs with the built agent. */
class CrashAgentIT {

	@Test
	void programWithoutCrashPointCompletes() throws Exception {
		assertThat(run("before:org.parley.crash.Nobody.count:1")).isEqualTo("0 (1](2)(3]");
		assertThat(run("before:org.parley.crash.Program.count:4")).isEqualTo("0 (1](2)(3]");
	}

	@Test
	void programCrashesBeforeSecondCall() throws Exception {
		assertThat(run("before:org.parley.crash.Program.count:2")).isEqualTo("86 (1]");
	}

	@Test
	void programCrashesAtEveryKindOfReturn() throws Exception {
		assertThat(run("after:org.parley.crash.Program.count:1")).isEqualTo("86 (");
		assertThat(run("after:org.parley.crash.Program.count:2")).isEqualTo("86 (1](");
	}

	private static String run(String point) throws IOException, InterruptedException {
		var process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-javaagent:%s=%s".formatted(agent(), point), "-cp", System.getProperty("java.class.path"),
				Program.class.getName()))
			.start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return process.waitFor() + " " + output;
	}

	private static Path agent() throws IOException {
		try (var jars = Files.newDirectoryStream(Path.of("target"), "crash-agent-*.jar")) {
			return jars.iterator().next();
		}
	}

}
