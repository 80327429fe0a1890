package org.parley.launcher.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class SourceChangesTests {

	@TempDir
	private Path root;

	private final TreeSet<Path> seen = new TreeSet<>();

	/** A checkout brings a folder with its files at once. */
	@Test
	void filesThatComeWithNewFolderAreSeen() throws IOException, InterruptedException {
		var outside = Files.createDirectories(this.root.resolve("outside/pages/deep"));
		Files.writeString(outside.resolve("page.html"), "x");
		Files.writeString(outside.resolve(".page.html.swp"), "x");
		var sources = Files.createDirectory(this.root.resolve("sources"));
		try (var changes = new SourceChanges(sources)) {
			Files.move(this.root.resolve("outside/pages"), sources.resolve("pages"));
			awaitFile(changes, sources.resolve("pages/deep/page.html"));
			Files.writeString(sources.resolve("pages/deep/next.html"), "x");
			awaitFile(changes, sources.resolve("pages/deep/next.html"));
		}
		assertThat(this.seen).noneMatch((file) -> file.toString().endsWith(".swp"));
	}

	private void awaitFile(SourceChanges changes, Path file) throws IOException, InterruptedException {
		while (!this.seen.contains(file)) {
			this.seen.addAll(changes.await());
		}
	}

}
