package org.parley.media;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.parley.localstack.FreePort;

/** An S3 storage in a process of its own, which tests stop and start. */
public final class TestStorage {

	static final String ACCESS_KEY = "test-access";

	static final String SECRET_KEY = "test-secret-of-the-storage";

	private final Path folder;

	private final int port = FreePort.find();

	private final int healthPort = FreePort.find();

	private @Nullable Process process;

	private TestStorage(Path folder) {
		this.folder = folder;
	}

	static TestStorage create() {
		try {
			var storage = new TestStorage(Files.createTempDirectory("parley-test-objects"));
			Runtime.getRuntime().addShutdownHook(new Thread(storage::stop));
			storage.start();
			return storage;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String uri() {
		return "http://127.0.0.1:" + this.port;
	}

	/** Starts the process, with the files of before. */
	public void start() {
		var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
				"-XX:TieredStopAtLevel=1", "-jar", jar().toString())
			.redirectErrorStream(true)
			.redirectOutput(new File("target/object-storage.log"));
		var environment = builder.environment();
		environment.put("PARLEY_S3_DIR", this.folder.toString());
		environment.put("PARLEY_S3_PORT", String.valueOf(this.port));
		environment.put("PORT", String.valueOf(this.healthPort));
		environment.put("PARLEY_S3_ACCESS_KEY", ACCESS_KEY);
		environment.put("PARLEY_S3_SECRET_KEY", SECRET_KEY);
		try {
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(this::isReady);
	}

	/** Kills the process. */
	public void stop() {
		var running = this.process;
		if (running != null) {
			running.destroyForcibly();
			running.onExit().join();
		}
	}

	/**
	 * The stored files whose path contains a text. A folder may disappear while it is
	 * read; then they are counted again.
	 */
	public long count(String part) {
		return Awaitility.await().ignoreException(UncheckedIOException.class).until(() -> countOnce(part), (_) -> true);
	}

	private long countOnce(String part) throws IOException {
		try (var files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile).filter((file) -> file.toString().contains(part)).count();
		}
	}

	private boolean isReady() throws IOException, InterruptedException {
		try (var http = HttpClient.newHttpClient()) {
			var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.healthPort + "/readyz")).build();
			return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
		}
	}

	private static Path jar() {
		var target = Path.of(System.getProperty("parley.root", ".."), "dev", "object-storage", "target").toFile();
		var jars = target.listFiles((_, name) -> name.startsWith("object-storage-") && name.endsWith(".jar"));
		return Stream.of(Objects.requireNonNull(jars, "object-storage is built before"))
			.findFirst()
			.orElseThrow()
			.toPath();
	}

}
