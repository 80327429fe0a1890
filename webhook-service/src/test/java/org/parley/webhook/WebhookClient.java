package org.parley.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.webhook.signature.HmacSigner;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A client of the API, and a provider. */
public final class WebhookClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String base;

	private final String secret;

	private final TestUser admin = TestUser.with("admin");

	public WebhookClient(int port, String secret) {
		this.base = "http://127.0.0.1:" + port + "/api/v1/webhook";
		this.secret = secret;
	}

	public TestUser admin() {
		return this.admin;
	}

	public TestResponse call(TestUser caller, String method, String path, @Nullable Object body, String... headers) {
		var request = HttpRequest.newBuilder(URI.create(this.base + path));
		var text = (body == null || body instanceof String) ? (String) body : JSON.writeValueAsString(body);
		request.method(method, (text != null) ? BodyPublishers.ofString(text) : BodyPublishers.noBody());
		if (text != null) {
			request.setHeader("Content-Type", "application/json");
		}
		if (caller.token() != null) {
			request.setHeader("Authorization", "Bearer " + caller.token());
		}
		return send(request, headers);
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
		var code = HmacSigner.of(this.secret.getBytes(StandardCharsets.UTF_8),
				(id + "." + time + ".").getBytes(StandardCharsets.UTF_8), body);
		return send(HttpRequest.newBuilder(URI.create(this.base + "/hmac"))
			.POST(BodyPublishers.ofByteArray(body))
			.header("Content-Type", contentType)
			.header("X-Webhook-Id", id)
			.header("X-Webhook-Timestamp", time)
			.header("X-Webhook-Signature", "sha256=" + HexFormat.of().formatHex(code)), headers);
	}

	/** Sends bytes without a content length. */
	public TestResponse sendChunked(byte[] body) {
		return send(HttpRequest.newBuilder(URI.create(this.base + "/hmac"))
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
	}

	private TestResponse send(HttpRequest.Builder request, String... headers) {
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			var answer = this.http.send(request.build(), BodyHandlers.ofString());
			var body = answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
			return new TestResponse(answer.statusCode(), answer.headers(), body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
