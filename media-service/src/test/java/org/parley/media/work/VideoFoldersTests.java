package org.parley.media.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class VideoFoldersTests {

	private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

	@TempDir
	private Path root;

	@Test
	void folderIsRemovedAfterTheWork() throws IOException {
		var folder = folders().inNewFolder((used) -> {
			Files.createFile(used.resolve("upload"));
			return used;
		});
		assertThat(folder).doesNotExist();
	}

	@Test
	void folderIsRemovedAfterAFailure() {
		assertThatIOException().isThrownBy(() -> folders().inNewFolder((_) -> {
			throw new IOException("The disk is full");
		}));
		assertThat(this.root).isEmptyDirectory();
	}

	@Test
	void startRemovesWhatAnEndedProcessHasLeft() throws IOException {
		var left = Files.createDirectory(this.root.resolve("parley-video1"));
		Files.createFile(left.resolve("lock"));
		Files.createFile(left.resolve("upload"));
		var other = Files.createDirectory(this.root.resolve("another"));
		folders().afterPropertiesSet();
		assertThat(left).doesNotExist();
		assertThat(other).exists();
	}

	@Test
	void startKeepsTheFolderOfARunningWorker() throws IOException {
		folders().inNewFolder((used) -> {
			folders().afterPropertiesSet();
			assertThat(used).exists();
			return true;
		});
	}

	@Test
	void folderWithoutLockIsRemovedWhenItIsOld() throws IOException {
		var left = Files.createDirectory(this.root.resolve("parley-video1"));
		Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofMinutes(59))));
		folders().afterPropertiesSet();
		assertThat(left).exists();
		Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofMinutes(61))));
		folders().afterPropertiesSet();
		assertThat(left).doesNotExist();
	}

	private VideoFolders folders() {
		return new VideoFolders(this.root, InstantSource.fixed(NOW));
	}

}
