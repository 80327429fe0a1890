package org.parley.media.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.media.TestHeic;
import org.parley.media.picture.PictureFile;

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
		transcoder().toPng(new byte[1], this.folder);
		assertThat(this.folder.resolve("arguments")).content().containsPattern(" -i .* -threads 1 \\S+/made\n");
	}

	/**
	 * Whole blocks around forty megapixels, and no tables that need 12 bytes for each.
	 */
	@Test
	void photoMayBeAsLargeAsAnyPicture() throws IOException {
		var photo = PictureFile.read(TestHeic.photo()).heic().orElseThrow();
		transcoder().decode(photo, this.folder);
		assertThat(this.folder.resolve("arguments")).content().contains(" -max_pixels 42500000 ", " -huffman default ");
	}

	private PictureTranscoder transcoder() throws IOException {
		var program = Files.writeString(this.folder.resolve("program"),
				"#!/bin/sh\necho \"$*\" > arguments; for made; do :; done; echo x > \"$made\"");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		return new PictureTranscoder(
				new VideoSettings(program.toString(), Duration.ofMinutes(1), DataSize.ofMegabytes(256)));
	}

}
