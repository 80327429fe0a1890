package org.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script {@code parley} builds again only when a source is newer than the last build.
 */
class BuildScriptTests {

	private static final Instant LAST_BUILD = Instant.parse("2026-01-01T00:00:00Z");

	@TempDir
	private Path root;

	@BeforeEach
	void setUp() throws IOException {
		write("built", LAST_BUILD);
		write("web/src/app.html", LAST_BUILD.minusSeconds(1));
	}

	@Test
	void sourceThatIsNewerThanTheBuildIsOld() throws Exception {
		write("web/src/app.html", LAST_BUILD.plusSeconds(1));
		assertThat(isOld()).isTrue();
	}

	@Test
	void whatTheBuildWroteItselfIsNotOld() throws Exception {
		for (var file : new String[] { "web/build/server/manifest.json", "web/.svelte-kit/types/meta.json",
				"web/src/lib/generated/forum.ts", "web/node_modules/a/package.json",
				"gateway/target/src/main/A.java" }) {
			write(file, LAST_BUILD.plusSeconds(1));
		}
		for (var folder : new String[] { "web/src", "web/src/lib" }) {
			setModified(this.root.resolve(folder), LAST_BUILD.minusSeconds(1));
		}
		assertThat(isOld()).isFalse();
	}

	private void write(String file, Instant modified) throws IOException {
		var path = this.root.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, "");
		setModified(path, modified);
	}

	private static void setModified(Path path, Instant modified) throws IOException {
		Files.setLastModifiedTime(path, FileTime.from(modified));
	}

	private boolean isOld() throws IOException, InterruptedException {
		var script = Path.of("..", "parley").toAbsolutePath();
		var process = new ProcessBuilder("bash", "-c",
				"tools='resilience-tests benchmarks'; eval \"$(sed -n '/^is_old()/,/^}/p' \"$0\")\"; root=$1; is_old \"$1/built\" ''",
				script.toString(), this.root.toString())
			.inheritIO()
			.start();
		return process.waitFor() == 0;
	}

}
