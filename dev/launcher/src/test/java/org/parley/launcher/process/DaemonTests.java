package org.parley.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DaemonTests {

	@Test
	void nextStartKeepsPreviousLog(@TempDir Path folder) throws Exception {
		var log = folder.resolve("log/tests/witness-2.log");
		var daemon = new Daemon("tests/witness-2", new PidFile(folder.resolve("witness-2.pid")), log);
		print(daemon, "first");
		print(daemon, "second");
		assertThat(Files.readString(log)).contains("second");
		assertThat(Files.readString(log.resolveSibling("witness-2.log.1"))).contains("first");
	}

	private static void print(Daemon daemon, String text) throws IOException, InterruptedException {
		daemon.start(List.of("echo", text), Map.of()).waitFor();
	}

}
