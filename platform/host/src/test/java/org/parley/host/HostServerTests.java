package org.parley.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostServerTests {

	private static final String SECRET = "the secret";

	private final HttpClient http = HttpClient.newHttpClient();

	private final HostServer server;

	HostServerTests() throws IOException {
		this.server = server(SECRET);
		this.server.start();
	}

	/** Its only service has no jar. */
	private static HostServer server(@Nullable String secret) throws IOException {
		var service = new ServiceSettings("forum-service", Path.of("missing.jar"), null, Map.of());
		var settings = new HostSettings("127.0.0.1", 0, secret, null, null, List.of(service));
		return new HostServer(new Host(settings.services()), settings);
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void processIsReadyOnlyWithAllServices() throws Exception {
		assertThat(send(this.server, "GET", "/livez", null).statusCode()).isEqualTo(200);
		var ready = send(this.server, "GET", "/readyz", null);
		assertThat(ready.statusCode()).isEqualTo(503);
		assertThat(ready.body()).contains("forum-service", "STOPPED");
	}

	@ParameterizedTest
	@CsvSource({ "POST, forum-service/start, , 403", "POST, forum-service/start, Bearer another, 403",
			"POST, forum-service/start, the secret, 403", "DELETE, forum-service/start, , 403",
			"POST, forum-service/start, Bearer the secret, 200", "POST, unknown/start, Bearer the secret, 404",
			"POST, forum-service/shoot, Bearer the secret, 404", "GET, forum-service/start, Bearer the secret, 404",
			"POST, forum-service, Bearer the secret, 404" })
	void onlyTheBearerOfTheSecretChangesServices(String method, String path, @Nullable String authorization, int status)
			throws Exception {
		assertThat(send(this.server, method, "/services/" + path, authorization).statusCode()).isEqualTo(status);
	}

	@Test
	void withoutSecretNobodyChangesServices() throws Exception {
		var closed = server(null);
		closed.start();
		try {
			assertThat(send(closed, "POST", "/services/forum-service/start", "Bearer null").statusCode())
				.isEqualTo(403);
		}
		finally {
			closed.stop();
		}
	}

	@Test
	void failedStartSaysWhy() throws Exception {
		var answer = send(this.server, "POST", "/services/forum-service/start", "Bearer " + SECRET);
		assertThat(answer.body()).contains("FAILED", "missing.jar");
	}

	private HttpResponse<String> send(HostServer to, String method, String path, @Nullable String authorization)
			throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(to.port(), path)))
			.method(method, BodyPublishers.noBody());
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

}
