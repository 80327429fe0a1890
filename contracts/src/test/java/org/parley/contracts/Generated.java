package org.parley.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are made from the contracts and kept beside them, so that a change shows.
 */
final class Generated {

	private Generated() {
	}

	/** Fails when the file is not what it should be, or makes it so when asked to. */
	static void check(Path file, String expected) throws IOException {
		if (Boolean.getBoolean("parley.contracts.update")) {
			Files.writeString(file, expected);
		}
		assertThat(file)
			.as("%s; if the change is meant, repeat with -Dparley.contracts.update=true", file.getFileName())
			.hasContent(expected);
	}

}
