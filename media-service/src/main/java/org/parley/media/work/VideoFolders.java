package org.parley.media.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The folders of videos that are being transcoded. Their process holds a lock on each,
 * which ends with the process, so the next one removes what a killed one has left.
 */
@Component
class VideoFolders implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(VideoFolders.class);

	private static final String PREFIX = "parley-video";

	private static final String LOCK = "lock";

	/** A folder without a lock is older than the moment between the two. */
	private static final Duration UNLOCKED = Duration.ofHours(1);

	private final Path root;

	private final InstantSource clock;

	@Autowired
	VideoFolders(InstantSource clock) {
		this(Path.of(System.getProperty("java.io.tmpdir")), clock);
	}

	VideoFolders(Path root, InstantSource clock) {
		this.root = root;
		this.clock = clock;
	}

	/** Removes the folders of processes that have ended. */
	@Override
	public void afterPropertiesSet() {
		try (var folders = Files.newDirectoryStream(this.root, PREFIX + "*")) {
			folders.forEach(this::removeIfAbandoned);
		}
		catch (IOException ex) {
			log.atWarn().setCause(ex).log("Folders of videos cannot be listed");
		}
	}

	private void removeIfAbandoned(Path folder) {
		try {
			if (isAbandoned(folder) && FileSystemUtils.deleteRecursively(folder)) {
				log.atInfo().addKeyValue("folder", folder).log("Removed a folder that an ended process has left");
			}
		}
		catch (IOException ex) {
			log.atWarn().setCause(ex).addKeyValue("folder", folder).log("A folder of a video cannot be removed");
		}
	}

	private boolean isAbandoned(Path folder) throws IOException {
		try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
				var lock = channel.tryLock()) {
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
		catch (NoSuchFileException ex) {
			var unlockedSince = Files.getLastModifiedTime(folder).toInstant();
			return unlockedSince.plus(UNLOCKED).isBefore(this.clock.instant());
		}
	}

	/** Runs work in a new folder, which is removed afterwards. */
	<T> T inNewFolder(FolderWork<T> work) throws IOException {
		var folder = Files.createTempDirectory(this.root, PREFIX);
		try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW,
				StandardOpenOption.WRITE); var _ = channel.lock()) {
			return work.run(folder);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	/** Work with files of a folder. */
	@FunctionalInterface
	interface FolderWork<T> {

		T run(Path folder) throws IOException;

	}

}
