package org.parley.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An HTTP client of the service. */
public final class SummaryClient {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String base;

	SummaryClient(int port) {
		this.base = "http://127.0.0.1:" + port + "/api/v1/threads/";
	}

	/** Requests the summary of a thread. */
	public Reply request(TestUser caller, String thread, String... headers) {
		return call(caller, "POST", thread + "/summary", headers);
	}

	/** Reads the summary of a thread. */
	public Reply read(TestUser caller, String thread, String... headers) {
		return call(caller, "GET", thread + "/summary", headers);
	}

	public Reply call(TestUser caller, String method, String path, String... headers) {
		var request = HttpRequest.newBuilder(URI.create(this.base + path)).method(method, BodyPublishers.noBody());
		if (caller.token() != null) {
			request.setHeader("Authorization", "Bearer " + caller.token());
		}
		for (int i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		try {
			var answer = this.http.send(request.build(), BodyHandlers.ofString());
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

}
