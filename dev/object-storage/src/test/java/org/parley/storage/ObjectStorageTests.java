package org.parley.storage;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.storage.ObjectStorage.StorageAccess;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectStorageTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	private Path folder = Path.of("");

	private @Nullable ObjectStorage started;

	private static StorageAccess access() {
		return new StorageAccess("name", "secret", "parley-media", "http://localhost:5000");
	}

	@BeforeEach
	void start() throws Exception {
		this.started = new ObjectStorage(this.folder, access(), "127.0.0.1", 0, 0);
		storage().start();
	}

	@AfterEach
	void stop() throws Exception {
		storage().stop();
	}

	private ObjectStorage storage() {
		return Objects.requireNonNull(this.started);
	}

	@Test
	void healthIsReported() throws Exception {
		assertThat(get(storage().healthPort(), "/readyz").statusCode()).isEqualTo(200);
	}

	@Test
	void unsignedRequestIsRefused() throws Exception {
		assertThat(get(storage().s3Port(), "/parley-media/").statusCode()).isEqualTo(403);
	}

	@Test
	void onlyThePublicOriginMayUpload() throws Exception {
		assertThat(preflight("http://localhost:5000").headers().firstValue("Access-Control-Allow-Origin"))
			.contains("http://localhost:5000");
		assertThat(preflight("http://evil.example").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	private HttpResponse<String> preflight(String origin) throws Exception {
		var request = HttpRequest.newBuilder(uri(storage().s3Port(), "/parley-media/uploads/1"))
			.header("Origin", origin)
			.header("Access-Control-Request-Method", "PUT")
			.header("Access-Control-Request-Headers", "content-type,x-amz-checksum-sha256")
			.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.build();
		return this.http.send(request, BodyHandlers.ofString());
	}

	private HttpResponse<String> get(int port, String path) throws Exception {
		return this.http.send(HttpRequest.newBuilder(uri(port, path)).build(), BodyHandlers.ofString());
	}

	private static URI uri(int port, String path) {
		return URI.create("http://127.0.0.1:" + port + path);
	}

}
