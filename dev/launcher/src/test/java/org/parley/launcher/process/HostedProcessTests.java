package org.parley.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostedProcessTests {

	private static final Instant BUILT = Instant.parse("2026-11-26T10:00:00Z");

	@TempDir
	private Path folder;

	@BeforeEach
	void build() throws IOException {
		Files.createDirectories(this.folder.resolve("lib"));
		for (var name : new String[] { "host.jar", "lib/spring.jar" }) {
			Files.createFile(this.folder.resolve(name));
		}
		for (var name : new String[] { "host.jar", "lib/spring.jar", "lib" }) {
			change(name, BUILT);
		}
	}

	@Test
	void firstRunRecordsCache() {
		assertThat(command()).contains("-XX:AOTCacheOutput=" + cache());
	}

	@Test
	void laterRunStartsFromCache() throws IOException {
		record();
		assertThat(command()).contains("-XX:AOTCache=" + cache());
	}

	/** A library that was taken away changes its folder alone. */
	@ParameterizedTest
	@ValueSource(strings = { "host.jar", "lib/spring.jar", "lib" })
	void runAfterBuildRecordsCacheAgain(String changed) throws IOException {
		record();
		change(changed, BUILT.plusSeconds(120));
		assertThat(command()).contains("-XX:AOTCacheOutput=" + cache());
	}

	@Test
	void runAfterInterruptedRecordingRecordsCacheAgain() throws IOException {
		record();
		Files.write(cache(), new byte[4096]);
		assertThat(command()).contains("-XX:AOTCacheOutput=" + cache());
	}

	private Iterable<String> command() {
		return new HostedProcess(this.folder.resolve("host.jar"), this.folder).command();
	}

	private Path cache() {
		return this.folder.resolve("services.aot");
	}

	private void record() throws IOException {
		Files.writeString(cache(), "header");
		change("services.aot", BUILT.plusSeconds(60));
	}

	private void change(String name, Instant time) throws IOException {
		Files.setLastModifiedTime(this.folder.resolve(name), FileTime.from(time));
	}

}
