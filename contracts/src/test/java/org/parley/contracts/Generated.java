package org.parley.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that are generated from the contracts and committed, so that every change is
 * visible.
 */
final class Generated {

	private Generated() {
	}

	/**
	 * Fails when the file differs from the expected content, or updates it on request.
	 */
	static void check(Path file, String expected) throws IOException {
		if (Boolean.getBoolean("parley.contracts.update")) {
			Files.writeString(file, expected);
		}
		assertThat(file)
			.as("%s; if the change is meant, repeat with -Dparley.contracts.update=true", file.getFileName())
			.hasContent(expected);
	}

}
