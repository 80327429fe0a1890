package org.parley.moderation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An HTTP client of the service. */
public final class ModerationClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String base;

	public ModerationClient(int port) {
		this.base = "http://127.0.0.1:" + port + "/api/v1";
	}

	public Reply get(TestUser caller, String path, String... headers) {
		return call(caller, "GET", path, null, headers);
	}

	public Reply post(TestUser caller, String path, @Nullable Object body, String... headers) {
		return call(caller, "POST", path, body, headers);
	}

	/** Sends a request. A body that is not a string is converted to JSON. */
	public Reply call(TestUser caller, String method, String path, @Nullable Object body, String... headers) {
		var text = (body == null || body instanceof String) ? (String) body : JSON.writeValueAsString(body);
		var request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method, (text != null) ? BodyPublishers.ofString(text) : BodyPublishers.noBody());
		if (text != null) {
			request.setHeader("Content-Type", "application/json");
		}
		if (caller.token() != null) {
			request.setHeader("Authorization", "Bearer " + caller.token());
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return send(request.build());
	}

	private Reply send(HttpRequest request) {
		try {
			var answer = this.http.send(request, BodyHandlers.ofString());
			var body = answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
			return new Reply(answer.statusCode(), answer.headers(), body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A response.
	 *
	 * @param status the status
	 * @param headers the headers
	 * @param body the body; a missing node if empty
	 */
	public record Reply(int status, HttpHeaders headers, JsonNode body) {

		public JsonNode data() {
			return this.body.path("data");
		}

		/** The code of a problem. */
		public String code() {
			return this.body.path("code").asString("");
		}

		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

	}

}
