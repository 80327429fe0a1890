package org.parley.config;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "PARLEY_CONFIG_PASSWORD=correct horse battery", "PARLEY_ENCRYPT_KEY=a key for tests only" })
class ConfigServerIT {

	private static final String PASSWORD = "correct horse battery";

	@TempDir
	static Path repository;

	@LocalServerPort
	int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("PARLEY_CONFIG_DIR", () -> repository.toString());
	}

	@BeforeAll
	static void copyTheRealSettings() throws IOException {
		FileSystemUtils.copyRecursively(Path.of("../../config-repo"), repository);
		Files.writeString(repository.resolve("forum-service-development.yml"), "sample.colour: green\n");
	}

	@Test
	void serviceGetsItsOwnAndSharedSettings() throws Exception {
		var answer = get("/forum-service/default", PASSWORD);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("\"server.port\":\"${PORT:8082}\"", "\"server.shutdown\":\"graceful\"")
			.doesNotContain("sample.colour", PASSWORD);
	}

	@Test
	void profileAddsItsSettings() throws Exception {
		assertThat(get("/forum-service/development", PASSWORD).body()).contains("\"sample.colour\":\"green\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/forum-service/default", "/forum-service-development.yml", "/encrypt", "/decrypt",
			"/encrypt/status", "/metrics", "/info", "/env", "/", "/error", "/nothing" })
	void otherClientsAreRefused(String path) throws Exception {
		assertThat(get(path, "").statusCode()).isEqualTo(401);
		assertThat(get(path, "wrong").statusCode()).isEqualTo(401);
		assertThat(post(path, "x", "wrong").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/health", "/health/live", "/health/ready" })
	void healthIsPublic(String path) throws Exception {
		var answer = get(path, "");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components");
	}

	@Test
	void encryptedSettingIsServedDecrypted() throws Exception {
		String cipher = post("/encrypt", "a secret", PASSWORD).body();
		assertThat(cipher).doesNotContain("secret").matches("[0-9a-f]{32,}");
		Files.writeString(repository.resolve("webhook-service.yml"), "sample.secret: '{cipher}" + cipher + "'\n");
		assertThat(get("/webhook-service/default", PASSWORD).body()).contains("\"sample.secret\":\"a secret\"");
	}

	@Test
	void pathCannotLeaveSettings() throws Exception {
		assertThat(get("/forum-service/default/main/..%2F..%2Fetc%2Fpasswd", PASSWORD).statusCode()).isBetween(400,
				499);
	}

	@Test
	void clientWithPasswordLoadsSettings() {
		try (var service = service(PASSWORD)) {
			assertThat(service.getEnvironment().getProperty("sample.colour")).isEqualTo("green");
		}
	}

	@Test
	void clientWithoutPasswordStarts() {
		try (var service = service("wrong")) {
			assertThat(service.getEnvironment().containsProperty("sample.colour")).isFalse();
		}
	}

	private ConfigurableApplicationContext service(String password) {
		return new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE)
			.profiles("development")
			.run("--spring.config.location=file:../../forum-service/src/main/resources/application.yml",
					"--spring.cloud.config.enabled=true", "--PARLEY_CONFIG_DIR=/nonexistent",
					"--PARLEY_CONFIG_URI=http://127.0.0.1:" + this.port, "--PARLEY_CONFIG_PASSWORD=" + password);
	}

	private HttpResponse<String> get(String path, String password) throws IOException, InterruptedException {
		return send(request(path, password).GET());
	}

	private HttpResponse<String> post(String path, String body, String password)
			throws IOException, InterruptedException {
		return send(request(path, password).header("Content-Type", "text/plain")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path, String password) {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
		if (!password.isEmpty()) {
			var credentials = ("config:" + password).getBytes(StandardCharsets.UTF_8);
			request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
		}
		return request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	static class Service {

	}

}
