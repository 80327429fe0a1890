package org.parley.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** A client of the service's HTTP API. */
@TestComponent
public class Api {

	/** A password that the rules accept. */
	public static final String PASSWORD = "curiouser & curiouser";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Environment environment;

	Api(Environment environment) {
		this.environment = environment;
	}

	public Request get(String path) {
		return new Request("GET", path, null);
	}

	public Request delete(String path) {
		return new Request("DELETE", path, null);
	}

	public Request post(String path) {
		return new Request("POST", path, null);
	}

	public Request post(String path, String json) {
		return new Request("POST", path, json);
	}

	public Request put(String path, String json) {
		return new Request("PUT", path, json);
	}

	public Request patch(String path, String json) {
		return new Request("PATCH", path, json);
	}

	public Request request(String method, String path, @Nullable String json) {
		return new Request(method, path, json);
	}

	/** Registers a new user. */
	public Somebody register() {
		var name = "somebody" + COUNT.incrementAndGet();
		var answer = post("/api/v1/auth/register", """
				{"name": "%1$s", "email": "%1$s@example.com", "password": "%2$s"}""".formatted(name, PASSWORD)).send();
		return Somebody.of(answer);
	}

	/** Signs a known user in. */
	public Somebody login(String login, String password) {
		return Somebody.of(loginRequest(login, password).send());
	}

	public Somebody admin() {
		return login("admin", "the admin's password");
	}

	public Request loginRequest(String login, String password) {
		return post("/api/v1/auth/login",
				JSON.createObjectNode().put("login", login).put("password", password).toString());
	}

	public Request refresh(String refreshToken) {
		return post("/api/v1/auth/refresh", JSON.createObjectNode().put("refreshToken", refreshToken).toString());
	}

	/** A signed-in user. */
	public record Somebody(String id, String username, String accessToken, String refreshToken) {

		public static Somebody of(Answer answer) {
			var data = answer.body().path("data");
			if (data.isMissingNode()) {
				throw new AssertionError(answer);
			}
			return new Somebody(data.at("/user/id").asString(), data.at("/user/username").asString(),
					data.path("accessToken").asString(), data.path("refreshToken").asString());
		}

	}

	/** The answer to a request. */
	public record Answer(int status, HttpHeaders headers, JsonNode body) {

		public String code() {
			return this.body.path("code").asString("");
		}

		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		public JsonNode data() {
			return this.body.path("data");
		}

	}

	/** A request to send. */
	public final class Request {

		private final HttpRequest.Builder builder;

		private Request(String method, String path, @Nullable String body) {
			this.builder = HttpRequest
				.newBuilder(
						URI.create("http://127.0.0.1:" + Api.this.environment.getProperty("local.server.port") + path))
				.method(method, (body != null) ? HttpRequest.BodyPublishers.ofString(body)
						: HttpRequest.BodyPublishers.noBody());
			if (body != null) {
				header("Content-Type", "application/json");
			}
		}

		public Request header(String name, String value) {
			this.builder.setHeader(name, value);
			return this;
		}

		public Request as(Somebody somebody) {
			return token(somebody.accessToken());
		}

		public Request token(String token) {
			return header("Authorization", "Bearer " + token);
		}

		public Request from(String address) {
			return header("X-Forwarded-For", address);
		}

		public Answer send() {
			try {
				var response = Api.this.http.send(this.builder.build(), HttpResponse.BodyHandlers.ofString());
				var text = response.body();
				return new Answer(response.statusCode(), response.headers(),
						text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text));
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

}
