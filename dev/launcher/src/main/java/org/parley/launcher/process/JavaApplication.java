package org.parley.launcher.process;

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
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A service's jar, extracted once per build. The first run of a process records an AOT
 * cache when it ends, from the work that it did; the next ones start from it.
 */
public final class JavaApplication implements Application {

	private final Path jar;

	private final Path directory;

	private final AotCache cache;

	private final List<String> flags;

	/**
	 * Creates the application.
	 * @param directory where the jar is extracted
	 * @param process the name of the process, which has an AOT cache of its own
	 */
	public JavaApplication(Path jar, Path directory, String process, List<String> flags) {
		this.jar = jar;
		this.directory = directory;
		this.cache = new AotCache(directory.resolve(process + ".aot"), List.of(extracted()));
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

	@Override
	public void prepare() throws InterruptedException {
		try {
			clear();
			var extract = JavaCommand.of(List.of(), Stream.of("-Djarmode=tools"), "-jar", this.jar.toString(),
					"extract", "--destination", this.directory.toString());
			var extraction = new ProcessBuilder(extract).redirectErrorStream(true).start();
			var output = new String(extraction.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (extraction.waitFor() != 0) {
				throw new LauncherException("%s could not be extracted: %s".formatted(this.jar, output));
			}
			Files.writeString(this.directory.resolve("fingerprint"), fingerprint());
		}
		catch (IOException ex) {
			throw new LauncherException(
					"%s could not be prepared in %s: %s".formatted(this.jar.getFileName(), this.directory, ex));
		}
	}

	@Override
	public List<String> command() {
		return JavaCommand.of(this.flags, this.cache.flag(), "-jar", extracted().toString());
	}

	private Path extracted() {
		return this.directory.resolve(this.jar.getFileName());
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
