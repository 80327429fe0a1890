package org.parley.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartProgressTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@TempDir
	private Path folder = Path.of("");

	@Test
	void silentStartIsOverAfterItsTime() {
		var progress = new StartProgress(log(), 0);
		assertThat(progress.isOver(StartProgress.SILENCE.toNanos())).isFalse();
		assertThat(progress.isOver(StartProgress.SILENCE.plus(SECOND).toNanos())).isTrue();
	}

	@Test
	void growingLogExtendsTheWait() throws IOException {
		var progress = new StartProgress(log(), 0);
		append();
		assertThat(progress.isOver(StartProgress.SILENCE.toNanos())).isFalse();
		assertThat(progress.isOver(StartProgress.SILENCE.multipliedBy(2).toNanos())).isFalse();
		assertThat(progress.isOver(StartProgress.SILENCE.multipliedBy(2).plus(SECOND).toNanos())).isTrue();
	}

	@Test
	void growingLogDoesNotExtendTheWaitForever() throws IOException {
		var progress = new StartProgress(log(), 0);
		append();
		assertThat(progress.isOver(StartProgress.LONGEST.plus(SECOND).toNanos())).isTrue();
	}

	private Path log() {
		return this.folder.resolve("service.log");
	}

	private void append() throws IOException {
		Files.writeString(log(), "line", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

}
