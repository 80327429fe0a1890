package org.parley.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code deploy/release.sh}, on copies of the files that it changes. */
class ReleaseScriptTests {

	private static final List<String> FILES = List.of("deploy/release.sh", "pom.xml", "gateway/pom.xml",
			"platform/service-parent/pom.xml", "dev/templates/service/@name@-service/pom.xml",
			"charts/parley/Chart.yaml", "web/package.json", "web/package-lock.json");

	private static final String CHANGELOG = """
			# Changelog

			## [Unreleased]

			### Added
			- Threads.

			## [1.1.0] - 2026-01-31

			### Added
			- Posts.

			[Unreleased]: ../../commits/main
			""";

	@TempDir
	private Path root;

	@BeforeEach
	void copy() throws IOException, InterruptedException {
		for (var file : FILES) {
			Files.createDirectories(this.root.resolve(file).getParent());
			Files.copy(RepositoryFiles.ROOT.resolve(file), this.root.resolve(file));
		}
		Files.writeString(this.root.resolve("CHANGELOG.md"), CHANGELOG);
		assertThat(release("999.1.0-SNAPSHOT")).endsWith("is now 999.1.0-SNAPSHOT.\n");
	}

	@Test
	void everyFileHasVersionOfRelease() throws IOException, InterruptedException {
		assertThat(release("999.1.0")).isEqualTo("999.1.0-SNAPSHOT is now 999.1.0.\n");
		assertThat(release("--current")).isEqualTo("999.1.0\n");
		assertThat(FILES.stream().filter((file) -> file.endsWith("pom.xml")))
			.allSatisfy((file) -> assertThat(text(file)).containsOnlyOnce("<version>999.1.0</version>")
				.doesNotContain("SNAPSHOT"));
		assertThat(text("charts/parley/Chart.yaml")).contains("\nversion: 999.1.0\nappVersion: 999.1.0\n");
		assertThat(RepositoryFiles.yaml(this.root, "web/package.json").path("version").asText()).isEqualTo("999.1.0");
		assertThat(RepositoryFiles.yaml(this.root, "web/package-lock.json").at("/packages//version").asText())
			.isEqualTo("999.1.0");
	}

	@Test
	void releaseTakesUnreleasedChanges() throws IOException, InterruptedException {
		release("999.1.0");
		assertThat(text("CHANGELOG.md"))
			.containsPattern("\n## \\[Unreleased]\n\n## \\[999\\.1\\.0] - 20\\d\\d-\\d\\d-\\d\\d\n");
		assertThat(release("--notes")).isEqualTo("\n### Added\n- Threads.\n\n");
		assertThat(release("999.2.0")).isEqualTo("release.sh: the changelog has nothing that is unreleased\n");
	}

	@Test
	void filesInJarsHaveDayOfRelease() throws IOException, InterruptedException {
		release("999.1.0");
		var day = text("CHANGELOG.md").replaceFirst("(?s).*\\[999\\.1\\.0] - (\\S+).*", "$1");
		assertThat(text("pom.xml")).contains("outputTimestamp>" + day + "T00:00:00Z<");
	}

	@Test
	void snapshotLeavesChangelog() throws IOException, InterruptedException {
		release("999.2.0-SNAPSHOT");
		assertThat(text("CHANGELOG.md")).isEqualTo(CHANGELOG);
		assertThat(text("charts/parley/Chart.yaml")).contains("\nversion: 999.2.0\nappVersion: 999.2.0-SNAPSHOT\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "999.2", "v999.2.0", "999.02.0", "999.2.0-beta", "999.1.0-SNAPSHOT", "999.0.9" })
	void versionThatIsNotSemanticOrDoesNotFollowIsRefused(String version) throws IOException, InterruptedException {
		assertThat(release(version)).startsWith("release.sh: ");
		assertThat(release("--current")).isEqualTo("999.1.0-SNAPSHOT\n");
	}

	private String text(String file) {
		return RepositoryFiles.text(this.root, file);
	}

	private String release(String argument) throws IOException, InterruptedException {
		var process = new ProcessBuilder("bash", this.root.resolve("deploy/release.sh").toString(), argument)
			.redirectErrorStream(true)
			.start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isEqualTo(output.startsWith("release.sh: ") ? 1 : 0);
		return output;
	}

}
