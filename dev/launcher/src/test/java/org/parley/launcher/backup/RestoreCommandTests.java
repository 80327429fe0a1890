package org.parley.launcher.backup;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.backup.BackupFolder.BackupManifest;
import org.parley.launcher.process.LauncherException;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RestoreCommandTests {

	private static final String ROOT = "parley.root";

	@TempDir
	private Path temporary = Path.of("");

	/** A restored forum that does not start keeps consumers that lack its events. */
	@Test
	void usedPortLeavesTheData() throws Exception {
		var secrets = Files.createDirectory(this.temporary.resolve(".parley")).resolve("secrets");
		Files.writeString(secrets, "present");
		var backup = new BackupFolder(this.temporary.resolve("backup"));
		backup.create();
		backup.saveSecrets(secrets);
		backup.write(new BackupManifest(BackupManifest.FORMAT, Instant.EPOCH, Map.of()));
		var root = System.setProperty(ROOT, this.temporary.toString());
		try (var stranger = new ServerSocket(0)) {
			var command = new RestoreCommand();
			new CommandLine(command).parseArgs(backup.path().toString(), "--replace", "--port",
					String.valueOf(stranger.getLocalPort()));
			assertThatExceptionOfType(LauncherException.class).isThrownBy(command::call)
				.withMessageStartingWith("Port %d is used", stranger.getLocalPort());
		}
		finally {
			if (root != null) {
				System.setProperty(ROOT, root);
			}
			else {
				System.clearProperty(ROOT);
			}
		}
		assertThat(secrets).hasContent("present");
	}

}
