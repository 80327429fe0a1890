package org.parley.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFileTests {

	@Test
	void secretIsGeneratedOnceAndStored(@TempDir Path directory) {
		var file = directory.resolve("secrets");
		var secret = SecretFile.in(file).get("forum-service");
		assertThat(secret).hasSize(64).isNotEqualTo(SecretFile.in(file).get("auth-service"));
		assertThat(SecretFile.in(file).get("forum-service")).isEqualTo(secret);
	}

	@Test
	void fileIsReadableByOwnerOnly(@TempDir Path directory) throws IOException {
		var file = directory.resolve("secrets");
		SecretFile.in(file).get("anything");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

}
