package org.parley.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.parley.demo.stage.DemoAccount;
import org.parley.running.DataSearch;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads what the services logged while the tests before it used everything: no token, no
 * password, no mail address.
 */
@EndToEnd
@Order(Integer.MAX_VALUE)
class LoggedSecretsIT {

	private final RunningSystem system;

	LoggedSecretsIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void logsContainNoSecret() throws IOException {
		var passwords = this.system.logins().accounts().values().stream().map(DemoAccount::password).toList();
		try (var files = Files.list(this.system.logs())) {
			var logs = files.filter(Files::isRegularFile).toList();
			assertThat(logs).extracting((log) -> log.getFileName().toString())
				.contains("web.log")
				.hasSizeGreaterThan(1);
			assertThat(logs.stream().flatMap((log) -> secretsIn(log, passwords))).isEmpty();
		}
	}

	private static Stream<String> secretsIn(Path log, List<String> passwords) {
		return DataSearch.read(log)
			.lines()
			.filter((line) -> !SecretPatterns.findIn(line).isEmpty() || passwords.stream().anyMatch(line::contains))
			.map((line) -> log.getFileName() + ": " + line);
	}

}
