package org.parley.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A service's jar, extracted and with an AOT cache from a training run, which halves the
 * time and CPU work of a start. Both are created once per build of the service.
 */
public final class JavaApplication implements Application {

	private static final int TRAINING_SECONDS = 300;

	/**
	 * Without the optimizing compiler, so that no start optimizes the methods that only a
	 * start needs. Level 3 counts calls; what was compiled at level 1, which does not,
	 * would never be optimized by the processes that start from the cache.
	 */
	private static final String TRAINING_COMPILER = "-XX:TieredStopAtLevel=3";

	private final Path jar;

	private final Path directory;

	private final List<String> flags;

	public JavaApplication(Path jar, Path directory, List<String> flags) {
		this.jar = jar;
		this.directory = directory;
		this.flags = flags;
	}

	@Override
	public boolean isPrepared() {
		try {
			var file = this.directory.resolve("fingerprint");
			return Files.exists(file) && Files.readString(file).equals(fingerprint());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Extracts the jar and runs the training. A failed training only makes starts slower.
	 */
	@Override
	public boolean prepare(Map<String, String> environment, Path log) throws InterruptedException {
		try {
			clear();
			run(JavaCommand.of(List.of(), Stream.of("-Djarmode=tools"), "-jar", this.jar.toString(), "extract",
					"--destination", this.directory.toString()), Map.of(), log);
			if (JavaCommand.isTrained()) {
				run(java(TRAINING_COMPILER, "-XX:AOTCacheOutput=" + cache(), "-Dspring.context.exit=onRefresh"),
						environment, log);
			}
			Files.writeString(this.directory.resolve("fingerprint"), fingerprint());
			return !JavaCommand.isTrained() || Files.exists(cache());
		}
		catch (IOException ex) {
			throw new LauncherException(
					"%s could not be prepared in %s: %s".formatted(this.jar.getFileName(), this.directory, ex));
		}
	}

	@Override
	public List<String> command() {
		return Files.exists(cache()) ? java("-XX:AOTCache=" + cache()) : java();
	}

	private List<String> java(String... more) {
		return JavaCommand.of(this.flags, Stream.of(more), "-jar",
				this.directory.resolve(this.jar.getFileName()).toString());
	}

	private Path cache() {
		return this.directory.resolve("service.aot");
	}

	private static void run(List<String> command, Map<String, String> environment, Path log)
			throws IOException, InterruptedException {
		Files.createDirectories(log.toAbsolutePath().getParent());
		var builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.redirectInput(new File("/dev/null"));
		InheritedEnvironment.extend(builder, environment);
		var process = builder.start();
		try {
			process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private void clear() throws IOException {
		if (Files.exists(this.directory)) {
			try (var files = Files.walk(this.directory)) {
				for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	/**
	 * Changes with the jar's content, the flags or the JVM's version. Uses the checksums
	 * stored in the jar.
	 */
	private String fingerprint() throws IOException {
		try (var zip = new ZipFile(this.jar.toFile())) {
			var digest = MessageDigest.getInstance("SHA-256");
			zip.stream()
				.map((entry) -> entry.getName() + entry.getCrc())
				.forEach((entry) -> digest.update(entry.getBytes(StandardCharsets.UTF_8)));
			digest.update((Runtime.version().toString() + this.flags).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
