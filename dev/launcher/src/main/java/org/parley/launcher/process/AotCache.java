package org.parley.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An AOT cache (<a href="https://openjdk.org/jeps/514">JEP 514</a>). A process records it
 * from its work when it ends; later ones start from it.
 *
 * @param sources what the cache was recorded from; a JVM refuses a cache that is older
 */
record AotCache(Path file, List<Path> sources) {

	/** The flag of the next process; none if processes do without caches. */
	Stream<String> flag() {
		if ("no".equals(System.getenv("PARLEY_TRAINING"))) {
			return Stream.empty();
		}
		return Stream.of((isUsable() ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + this.file);
	}

	private boolean isUsable() {
		try {
			if (!Files.exists(this.file) || !isComplete()) {
				return false;
			}
			var written = Files.getLastModifiedTime(this.file);
			for (var source : this.sources) {
				if (Files.getLastModifiedTime(source).compareTo(written) > 0) {
					return false;
				}
			}
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A JVM that was killed while it wrote has left out the header, which comes last. */
	private boolean isComplete() throws IOException {
		try (var content = Files.newInputStream(this.file)) {
			return content.read() > 0;
		}
	}

}
