package org.parley.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTests {

	private static final ProcessHandle SELF = ProcessHandle.current();

	private final Path path;

	private final PidFile file;

	PidFileTests(@TempDir Path directory) {
		this.path = directory.resolve("run/self.pid");
		this.file = new PidFile(this.path);
	}

	@BeforeEach
	void remember() {
		this.file.write(SELF);
	}

	@Test
	void runningProcessIsFound() {
		assertThat(new PidFile(this.path).process()).contains(SELF);
	}

	@Test
	void processWithReusedIdIsIgnored() throws IOException {
		var earlier = SELF.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
		Files.writeString(this.path, SELF.pid() + " " + earlier);
		assertThat(this.file.process()).isEmpty();
	}

	@Test
	void unknownIdIsEmpty() throws IOException {
		Files.writeString(this.path, Integer.MAX_VALUE + " " + Instant.now());
		assertThat(this.file.process()).isEmpty();
	}

	@Test
	void malformedFileIsEmpty() throws IOException {
		Files.writeString(this.path, "half a li");
		assertThat(this.file.process()).isEmpty();
	}

	@Test
	void deletedFileIsEmpty() {
		this.file.delete();
		assertThat(this.file.process()).isEmpty();
		assertThat(this.path).doesNotExist();
	}

}
