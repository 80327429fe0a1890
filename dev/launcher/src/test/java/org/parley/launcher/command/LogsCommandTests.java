package org.parley.launcher.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogsCommandTests {

	@Test
	void linesOfOtherServicesDoNotCount(@TempDir Path folder) throws IOException {
		var log = Files.writeString(folder.resolve("together log"), """
				2026-11-30T02:00:00.001Z INFO  forum-service      started
				2026-11-30T02:00:00.002Z ERROR forum-service      failed
				java.lang.IllegalStateException: why
				2026-11-30T02:00:00.003Z INFO  auth-service       one
				2026-11-30T02:00:00.004Z INFO  auth-service       two
				2026-11-30T02:00:00.005Z INFO  auth-service       three
				""");
		var command = LogsCommand.filter("forum-service", List.of("tail", "-n", "2"), List.of(log.toString()));
		var output = new ProcessBuilder(command).start().getInputStream().readAllBytes();
		assertThat(new String(output, StandardCharsets.UTF_8).lines()).hasSize(2)
			.last()
			.isEqualTo("java.lang.IllegalStateException: why");
	}

}
