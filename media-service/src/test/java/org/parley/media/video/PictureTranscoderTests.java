package org.parley.media.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class PictureTranscoderTests {

	@TempDir
	private Path folder;

	/**
	 * With a thread for each core, a photo of a phone needs more memory than there is.
	 */
	@Test
	void encoderHasOneThreadOnEveryMachine() throws IOException {
		var program = Files.writeString(this.folder.resolve("program"),
				"#!/bin/sh\necho \"$*\" > arguments; for made; do :; done; echo x > \"$made\"");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		var transcoder = new PictureTranscoder(
				new VideoSettings(program.toString(), Duration.ofMinutes(1), DataSize.ofMegabytes(256)));
		transcoder.toPng(new byte[1], this.folder);
		assertThat(this.folder.resolve("arguments")).content().containsPattern(" -i .* -threads 1 \\S+/made\n");
	}

}
