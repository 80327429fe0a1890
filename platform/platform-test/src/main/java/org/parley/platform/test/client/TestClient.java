package org.parley.platform.test.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls a service over HTTP, with a robot's user agent, so that its views do not count.
 */
public class TestClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String base;

	/** Creates a client for the paths below an address. */
	public TestClient(String base) {
		this.base = base;
	}

	public URI uri(String path) {
		return URI.create(this.base + path);
	}

	/**
	 * Sends a request.
	 * @param body sent as JSON; a string is sent as it is
	 * @param headers names and values in turn
	 */
	public TestResponse call(TestUser caller, String method, String path, @Nullable Object body, String... headers) {
		var request = HttpRequest.newBuilder(uri(path)).header("User-Agent", "test-client (robot)");
		var text = (body == null || body instanceof String) ? (String) body : JSON.writeValueAsString(body);
		request.method(method, (text != null) ? BodyPublishers.ofString(text) : BodyPublishers.noBody());
		if (text != null) {
			request.setHeader("Content-Type", "application/json");
		}
		if (!caller.accessToken().isEmpty()) {
			request.setHeader("Authorization", "Bearer " + caller.accessToken());
		}
		return send(request, headers);
	}

	public TestResponse get(TestUser caller, String path, String... headers) {
		return call(caller, "GET", path, null, headers);
	}

	public TestResponse post(TestUser caller, String path, @Nullable Object body, String... headers) {
		return call(caller, "POST", path, body, headers);
	}

	public TestResponse put(TestUser caller, String path, @Nullable Object body, String... headers) {
		return call(caller, "PUT", path, body, headers);
	}

	public TestResponse patch(TestUser caller, String path, Object body, String... headers) {
		return call(caller, "PATCH", path, body, headers);
	}

	public TestResponse delete(TestUser caller, String path, String... headers) {
		return call(caller, "DELETE", path, null, headers);
	}

	/**
	 * Sends a request with more headers. A successful status must be one of the API
	 * document.
	 */
	public final TestResponse send(HttpRequest.Builder request, String... headers) {
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			var sent = request.build();
			var response = this.http.send(sent, BodyHandlers.ofString());
			DescribedStatuses.ALL.check(sent.method(), sent.uri(), response.statusCode());
			return new TestResponse(response.statusCode(), response.headers(),
					isJson(response) ? JSON.readTree(response.body()) : MissingNode.getInstance());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isJson(HttpResponse<String> response) {
		return !response.body().isEmpty() && response.headers().firstValue("Content-Type").orElse("").contains("json");
	}

}
