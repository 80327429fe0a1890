package org.parley.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.parley.localstack.LocalStack;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.test.JobsByHand;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.database.SentCommands;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts the service with real servers and a real storage; all subclasses share them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@LocalStackTest
@Import({ JobsByHand.class, SentCommands.class, MovableClock.class })
public abstract class MediaIT {

	static {
		// A connection to the storage that a test has stopped would fail a later upload.
		System.setProperty("http.keepAlive", "false");
	}

	protected static final TestStorage STORAGE = TestStorage.create();

	protected static final HttpClient HTTP = HttpClient.newHttpClient();

	/** The origin in addresses; the tests send their requests to the service's port. */
	protected static final String ORIGIN = "http://media.example";

	@LocalServerPort
	private int port;

	@Autowired
	protected MongoTemplate mongo;

	@Autowired
	protected SentCommands commands;

	@Autowired
	protected MovableClock clock;

	@Autowired
	private List<ClusterLoops> workers;

	protected TestClient api = new TestClient("");

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("parley.media.url", () -> ORIGIN);
		registry.add("parley.media.storage.endpoint", STORAGE::uri);
		registry.add("parley.media.storage.public-endpoint", STORAGE::uri);
		registry.add("parley.media.storage.access-key", () -> TestStorage.ACCESS_KEY);
		registry.add("parley.media.storage.secret-key", () -> TestStorage.SECRET_KEY);
		registry.add("parley.media.storage.timeout", () -> "2s");
		registry.add("parley.media.decoder.library", () -> LocalStack.tool("libvips").toString());
		registry.add("parley.media.fetch.allow-private-addresses", () -> true);
		registry.add("parley.media.fetch.timeout", () -> "2s");
		registry.add("parley.media.decoder.timeout", () -> "20s");
		registry.add("parley.media.video.program", () -> LocalStack.tool("ffmpeg").toString());
	}

	@BeforeEach
	void connect() {
		this.clock.reset();
		this.api = new TestClient("http://127.0.0.1:" + this.port + "/api/v1/media");
	}

	public int port() {
		return this.port;
	}

	protected TestUser aPerson() {
		return TestUser.with();
	}

	protected TestResponse begin(TestUser owner, String contentType, byte[] bytes) {
		return this.api.post(owner, "/uploads", request(contentType, bytes.length, sha256(bytes)));
	}

	protected static Map<String, Object> request(String contentType, long size, String sha256) {
		return Map.of("purpose", "forum", "contentType", contentType, "size", size, "sha256", sha256);
	}

	/** Begins an upload and sends the bytes. */
	protected String anUpload(TestUser owner, String contentType, byte[] bytes) {
		var begun = begin(owner, contentType, bytes);
		assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
		assertThat(put(begun, bytes)).isEqualTo(200);
		return begun.id();
	}

	/** The clock of the tests jumps, so workers sleep too long. */
	protected void wakeWorkers() {
		this.workers.forEach(ClusterLoops::signal);
	}

	/** Uploads a file and waits for the result. */
	protected JsonNode upload(TestUser owner, String contentType, byte[] bytes) {
		var id = anUpload(owner, contentType, bytes);
		var completed = this.api.post(owner, "/uploads/" + id + "/complete", null);
		assertThat(completed.status()).as(completed.toString()).isEqualTo(202);
		return settled(owner, id);
	}

	/** A ready medium. */
	protected JsonNode aReadyPicture(TestUser owner) {
		var media = upload(owner, "image/png", TestPictures.png(300, 200));
		assertThat(media.path("state").asString()).as(media.toString()).isEqualTo("ready");
		return media;
	}

	protected JsonNode settled(TestUser owner, String id) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(90))
			.until(() -> this.api.get(owner, "/" + id).data(),
					(media) -> Set.of("ready", "refused").contains(media.path("state").asString("")));
	}

	/** Sends bytes to the address of a begun upload and returns the status. */
	protected static int put(TestResponse begun, byte[] bytes) {
		var upload = begun.data().path("upload");
		var request = HttpRequest.newBuilder(URI.create(upload.path("url").asString()))
			.method(upload.path("method").asString(), BodyPublishers.ofByteArray(bytes));
		upload.path("headers")
			.properties()
			.forEach((header) -> request.header(header.getKey(), header.getValue().asString()));
		return send(request).statusCode();
	}

	/** Gets a file by the address of a variant. */
	protected HttpResponse<byte[]> file(String url, String... headers) {
		var request = fileRequest(url);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	protected HttpRequest.Builder fileRequest(String url) {
		assertThat(url).startsWith(ORIGIN + "/m");
		return HttpRequest.newBuilder(URI.create(url.replace(ORIGIN, "http://127.0.0.1:" + this.port)));
	}

	protected static HttpResponse<byte[]> send(HttpRequest.Builder request) {
		try {
			return HTTP.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	protected static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Requires a refusal with a status and code. */
	protected static void refused(TestResponse response, int status, String code) {
		assertThat(response.status()).as(response.toString()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
	}

}
