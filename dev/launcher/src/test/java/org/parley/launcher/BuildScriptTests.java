package org.parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The script {@code parley} builds again only when a source is newer than the last build,
 * builds no services for commands that need none, and not while another builds, needs no
 * tests of other modules, names the tests that failed, and gives Maven the loader that
 * compilations share. The script {@code web/npm.sh} installs packages completely.
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

	@ParameterizedTest
	@CsvSource({ "'', 1", "--help, 1", "up --help, 1", "drill -h, 1", "status --json, 1", "accounts, 1", "mail, 1",
			"logs forum, 1", "down, 1", "stauts, 1", "up --observe, 0", "start forum, 0", "demo, 0" })
	void onlyCommandsThatStartOrMeasureServicesNeedThem(String arguments, int status) throws Exception {
		assertThat(bash("needs_services", "needs_services " + arguments).start().waitFor()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ ":, built dev/launcher web",
			"'[ $1 = 9 ] && touch \"$root/stamp\"', Waiting for the build of another ./parley." })
	void buildsUnlessAnotherHasBuiltMeanwhile(String lock, String output) throws Exception {
		var process = bash("ensure", """
				is_current() { [ -e "$1" ]; }; build() { echo "built $2 $3"; touch "$1"; }; flock() { %s; }
				ensure "$root/stamp" "" dev/launcher web; ensure "$root/stamp" "" dev/launcher web""".formatted(lock))
			.redirectErrorStream(true)
			.start();
		assertThat(process.inputReader().lines()).containsExactly(output);
	}

	@Test
	void buildOfAllServicesCountsForCommandsThatNeedOnlyTheLauncher() throws Exception {
		var command = "maven() { :; }; build \"$root/.parley/built\" dev/launcher web >/dev/null";
		assertThat(bash("build", command).inheritIO().start().waitFor()).isZero();
		assertThat(this.root.resolve(".parley/built-launcher")).exists();
	}

	@ParameterizedTest
	@CsvSource({ "package-lock.json, :, 1", "node_modules/.package-lock.json, :, 1", "node_modules/.installed, :, 0",
			"package-lock.json, touch node_modules/.installed, 0" })
	void packagesAreInstalledUnlessAnInstallationIsComplete(String newest, String whileItWaited, int installations)
			throws Exception {
		for (var file : new String[] { "package-lock.json", "node_modules/.package-lock.json" }) {
			write(file, LAST_BUILD);
		}
		write(newest, LAST_BUILD.plusSeconds(1));
		script("flock", whileItWaited);
		script("node.sh", "echo $1 $2 >>log");
		for (var time = 0; time < 2; time++) {
			assertThat(npm().waitFor()).isZero();
		}
		assertThat(Files.readAllLines(this.root.resolve("log"))).filteredOn("npm ci"::equals).hasSize(installations);
	}

	@Test
	void failedInstallationIsRepeated() throws Exception {
		write("package-lock.json", LAST_BUILD);
		write("node_modules/a/package.json", LAST_BUILD);
		script("node.sh", "echo $1 $2 >>log; [ $2 = run ]");
		for (var time = 0; time < 2; time++) {
			assertThat(npm().waitFor()).isEqualTo(1);
		}
		assertThat(this.root.resolve("log")).hasContent("npm ci\nnpm ci\n");
	}

	@Test
	void failedTestsOfThisRunAreNamedWithTheirReason() throws Exception {
		write("gateway/target/surefire-reports/old.txt", LAST_BUILD.minusSeconds(1),
				"Old.test -- Time elapsed: 1 s <<< ERROR!");
		write("auth/target/failsafe-reports/new.txt", LAST_BUILD.plusSeconds(1), """
				Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 1 s <<< FAILURE! -- in New
				New.test -- Time elapsed: 1 s <<< FAILURE!
				java.lang.AssertionError: expected one
				""");
		var process = bash("print_failures", "print_failures \"$1/built\"").redirectErrorStream(true).start();
		assertThat(process.inputReader().lines().filter((line) -> !line.isEmpty())).containsExactly(
				"The tests that failed:", "New.test -- Time elapsed: 1 s <<< FAILURE!",
				"java.lang.AssertionError: expected one");
	}

	@Test
	void mavenKnowsTheLoaderThatTheCompilerNames() throws Exception {
		var loader = Path.of("..", "..", ".mvn", "SharedPluginLoader.java");
		write(".mvn/SharedPluginLoader.java", LAST_BUILD, Files.readString(loader));
		script("mvnw", "echo $MAVEN_OPTS; echo $*");
		var process = bash("maven", "MAVEN_OPTS=; JAVA_HOME=" + System.getProperty("java.home") + "; maven verify")
			.start();
		assertThat(process.inputReader().lines()).containsExactly("-Xbootclasspath/a:.parley/maven", "-B -ntp verify");
		var name = Files.readString(Path.of("..", "..", "pom.xml")).replaceAll("(?s).*-XDprocloader=([^<]*)<.*", "$1");
		var classes = new URL[] { this.root.resolve(".parley/maven").toUri().toURL() };
		try (var boot = new URLClassLoader(classes, null)) {
			var constructor = boot.loadClass(name).getConstructor(URL[].class, ClassLoader.class);
			var one = (ClassLoader) constructor.newInstance(classes, null);
			var other = (ClassLoader) constructor.newInstance(classes, null);
			assertThat(one.loadClass(name)).isSameAs(other.loadClass(name));
		}
	}

	/** The script skips tests, so that a jar of tests does not exist when it builds. */
	@Test
	void onlyModulesThatNobodyBuildsUponNeedTestsOfOthers() throws IOException {
		try (var files = Files.walk(Path.of("..", ".."), 3)) {
			var needy = files.filter((file) -> file.endsWith("pom.xml"))
				.filter(BuildScriptTests::needsTestsOfOthers)
				.map(Path::toString);
			assertThat(needy).isNotEmpty().allMatch((file) -> file.endsWith("-it/pom.xml"));
		}
	}

	private static boolean needsTestsOfOthers(Path pom) {
		try {
			return Files.readString(pom).contains("<type>test-jar</type>");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(String file, Instant modified) throws IOException {
		write(file, modified, "");
	}

	private void write(String file, Instant modified, String text) throws IOException {
		var path = this.root.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
		setModified(path, modified);
	}

	private void script(String file, String text) throws IOException {
		write(file, LAST_BUILD, "#!/usr/bin/env bash\n" + text);
		assertThat(this.root.resolve(file).toFile().setExecutable(true)).isTrue();
	}

	/** Runs a copy of {@code web/npm.sh} with the scripts of the test. */
	private Process npm() throws IOException {
		var script = this.root.resolve("npm.sh");
		Files.copy(Path.of("..", "..", "web", "npm.sh"), script, StandardCopyOption.REPLACE_EXISTING);
		var builder = new ProcessBuilder("bash", script.toString(), "build").inheritIO();
		builder.environment().merge("PATH", this.root.toString(), (path, own) -> own + ":" + path);
		return builder.start();
	}

	private static void setModified(Path path, Instant modified) throws IOException {
		Files.setLastModifiedTime(path, FileTime.from(modified));
	}

	private boolean isOld() throws IOException, InterruptedException {
		return bash("is_old", "is_old \"$1/built\" ''").inheritIO().start().waitFor() == 0;
	}

	/** Runs a command with one function of the script. */
	private ProcessBuilder bash(String function, String command) {
		var script = Path.of("..", "..", "parley").toAbsolutePath();
		return new ProcessBuilder("bash", "-c",
				"eval \"$(sed -n '/^%s()/,/^}/p' \"$0\")\"; root=$1; %s".formatted(function, command),
				script.toString(), this.root.toString());
	}

}
