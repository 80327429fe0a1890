package org.parley.auth;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.parley.platform.test.client.TestClient;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
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

	private final TestClient http = new TestClient("");

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
	public TestUser register() {
		var name = "somebody" + COUNT.incrementAndGet();
		var answer = post("/api/v1/auth/register", """
				{"name": "%1$s", "email": "%1$s@example.com", "password": "%2$s"}""".formatted(name, PASSWORD)).send();
		return TestUser.of(answer);
	}

	/** Signs a known user in. */
	public TestUser login(String login, String password) {
		return TestUser.of(loginRequest(login, password).send());
	}

	public TestUser admin() {
		return login("admin", "the admin's password");
	}

	public Request loginRequest(String login, String password) {
		return post("/api/v1/auth/login",
				JSON.createObjectNode().put("login", login).put("password", password).toString());
	}

	public Request refresh(String refreshToken) {
		return post("/api/v1/auth/refresh", JSON.createObjectNode().put("refreshToken", refreshToken).toString());
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

		public Request as(TestUser user) {
			return token(user.accessToken());
		}

		public Request token(String token) {
			return header("Authorization", "Bearer " + token);
		}

		public Request from(String address) {
			return header("X-Forwarded-For", address);
		}

		public TestResponse send() {
			return Api.this.http.send(this.builder);
		}

	}

}
