package org.parley.launcher.develop;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Waits for changes of files below a folder. */
final class SourceChanges implements AutoCloseable {

	/** An editor writes a file in several steps, and several files at once. */
	private static final long PAUSE = 100;

	private final WatchService watchService = FileSystems.getDefault().newWatchService();

	private final Map<WatchKey, Path> folders = new HashMap<>();

	SourceChanges(Path folder) throws IOException {
		watch(folder);
	}

	private void watch(Path root) throws IOException {
		try (var files = Files.walk(root)) {
			for (var folder : files.filter(Files::isDirectory).toList()) {
				this.folders.put(folder.register(this.watchService, StandardWatchEventKinds.ENTRY_CREATE,
						StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE), folder);
			}
		}
	}

	/** Waits for a change and returns the files that have changed or are gone. */
	Set<Path> await() throws InterruptedException, IOException {
		var changed = new TreeSet<Path>();
		while (changed.isEmpty()) {
			add(this.watchService.take(), changed);
			for (var next = poll(); next != null; next = poll()) {
				add(next, changed);
			}
		}
		return changed;
	}

	private @Nullable WatchKey poll() throws InterruptedException {
		return this.watchService.poll(PAUSE, TimeUnit.MILLISECONDS);
	}

	private void add(WatchKey key, Set<Path> changed) throws IOException {
		var folder = this.folders.get(key);
		for (var event : key.pollEvents()) {
			if (folder != null && event.context() instanceof Path name) {
				var path = folder.resolve(name);
				if (Files.isDirectory(path)) {
					watch(path);
					addFiles(path, changed);
				}
				else if (!isTemporary(name.toString())) {
					changed.add(path);
				}
			}
		}
		key.reset();
	}

	/** A folder may have had files before it was watched. */
	private static void addFiles(Path folder, Set<Path> changed) throws IOException {
		try (var files = Files.walk(folder)) {
			files.filter(Files::isRegularFile)
				.filter((file) -> !isTemporary(file.getFileName().toString()))
				.forEach(changed::add);
		}
	}

	private static boolean isTemporary(String name) {
		return name.startsWith(".") || name.endsWith("~") || name.matches("[0-9]+");
	}

	@Override
	public void close() throws IOException {
		this.watchService.close();
	}

}
