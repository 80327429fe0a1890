package org.parley.launcher.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.process.LauncherException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BackupFolderTests {

	@TempDir
	private Path temporary = Path.of("");

	/** It may contain the secrets, and the next attempt needs its name. */
	@Test
	void folderThatCannotBeFilledIsRemoved() throws IOException {
		var secrets = Files.writeString(this.temporary.resolve("secrets-of-checkout"), "secret");
		var backup = new BackupFolder(this.temporary.resolve("backup"));
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> backup.fill(() -> {
			backup.saveSecrets(secrets);
			throw new UncheckedIOException(new IOException("No space left on device"));
		})).withMessageContaining("No space left on device");
		assertThat(backup.path()).doesNotExist();
	}

	@Test
	void folderThatCannotBeCreatedIsReported() throws IOException {
		var file = Files.createFile(this.temporary.resolve("file"));
		var backup = new BackupFolder(file.resolve("backup"));
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> backup.fill(() -> ""))
			.withMessageStartingWith("The backup failed: ");
	}

	@Test
	void folderOfOthersStays() {
		var backup = new BackupFolder(this.temporary);
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> backup.fill(() -> ""))
			.withMessageContaining("exists");
		assertThat(this.temporary).exists();
	}

}
