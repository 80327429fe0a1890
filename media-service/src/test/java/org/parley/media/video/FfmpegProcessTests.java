package org.parley.media.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A program that behaves as ffmpeg may. */
class FfmpegProcessTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "1, UNDECODABLE", "137, TOO_COMPLEX", "255, TOO_COMPLEX" })
	void failureOfTheFileRefusesIt(int status, MediaRefusal refusal) throws IOException {
		var ffmpeg = ffmpeg("exit " + status);
		assertThatExceptionOfType(MediaRefusedException.class).isThrownBy(() -> ffmpeg.run(this.folder, List.of()))
			.matches((refused) -> refused.refusal() == refusal);
	}

	@Test
	void failureOfTheInstallationRefusesNoFile() throws IOException {
		var onFullDisk = ffmpeg("exit 228");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> onFullDisk.run(this.folder, List.of()));
		var missing = ffmpeg(Path.of("/missing"));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> missing.run(this.folder, List.of()));
	}

	@Test
	void stoppedWorkRefusesNoFile() throws Exception {
		var ffmpeg = ffmpeg("exec sleep 60");
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var work = threads.submit(() -> ffmpeg.run(this.folder, List.of()));
			Awaitility.await().until(() -> {
				ffmpeg.stop();
				return work.isDone();
			});
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(work::get)
				.withCauseInstanceOf(UncheckedIOException.class);
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void processEndsBeforeTheServiceIfMemoryRunsOut() throws IOException {
		ffmpeg("cat /proc/self/oom_score_adj > score").run(this.folder, List.of());
		assertThat(this.folder.resolve("score")).content().isEqualTo("1000\n");
	}

	private FfmpegProcess ffmpeg(String script) throws IOException {
		var program = Files.writeString(this.folder.resolve("program"), "#!/bin/sh\n" + script);
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		return ffmpeg(program);
	}

	private static FfmpegProcess ffmpeg(Path program) {
		return new FfmpegProcess(
				new VideoSettings(program.toString(), Duration.ofMinutes(1), DataSize.ofMegabytes(256)));
	}

}
