package org.parley.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.HmacSha256;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

/** A client of the API, and a provider. */
public final class WebhookClient extends TestClient {

	private final String secret;

	private final TestUser admin = TestUser.with("admin");

	public WebhookClient(int port, String secret) {
		super("http://127.0.0.1:" + port + "/api/v1/webhook");
		this.secret = secret;
	}

	public TestUser admin() {
		return this.admin;
	}

	/** Calls the API as an administrator. */
	public TestResponse get(String path) {
		return call(this.admin, "GET", path, null);
	}

	/** Calls the API as an administrator. */
	public TestResponse post(String path, @Nullable Object body, String... headers) {
		return call(this.admin, "POST", path, body, headers);
	}

	/** Creates a subscription. */
	public TestResponse subscribe(String url, String... events) {
		return post("/subscriptions", Map.of("url", url, "events", List.of(events)));
	}

	/** Sends a signed webhook of the provider {@code hmac}. */
	public TestResponse sendWebhook(String id, String body, Instant at) {
		return sendSigned(id, body.getBytes(StandardCharsets.UTF_8), at, "application/json");
	}

	/** Sends a signed webhook with exact bytes. */
	public TestResponse sendSigned(String id, byte[] body, Instant at, String contentType, String... headers) {
		var time = String.valueOf(at.getEpochSecond());
		var code = HmacSha256.of(this.secret.getBytes(StandardCharsets.UTF_8),
				(id + "." + time + ".").getBytes(StandardCharsets.UTF_8), body);
		return send(HttpRequest.newBuilder(uri("/hmac"))
			.POST(BodyPublishers.ofByteArray(body))
			.header("Content-Type", contentType)
			.header("X-Webhook-Id", id)
			.header("X-Webhook-Timestamp", time)
			.header("X-Webhook-Signature", "sha256=" + HexFormat.of().formatHex(code)), headers);
	}

	/**
	 * Announces a body that is not sent, because the server closes without reading it,
	 * and returns the status.
	 */
	public int announce(long length) throws IOException {
		var address = uri("/hmac");
		try (var socket = new Socket(address.getHost(), address.getPort())) {
			socket.getOutputStream()
				.write("POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n".formatted(address.getPath(), length)
					.getBytes(StandardCharsets.US_ASCII));
			var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
			return Integer.parseInt(line.substring("HTTP/1.1 ".length()));
		}
	}

	/** Sends bytes without a content length. */
	public TestResponse sendChunked(byte[] body) {
		return send(HttpRequest.newBuilder(uri("/hmac"))
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
	}

}
