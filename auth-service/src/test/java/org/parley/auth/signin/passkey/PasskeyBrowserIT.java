package org.parley.auth.signin.passkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Browser;
import org.parley.localstack.LocalStack;
import org.parley.localstack.StackUnavailableException;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Creates passkeys and signs in with them in a real browser. */
@AuthTest
class PasskeyBrowserIT {

	private static final String PASSKEYS = "/api/v1/auth/passkeys";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpServer PAGES = pages();

	private static final HttpServer STRANGERS = pages();

	private static @Nullable Browser browser;

	@Autowired
	private Api api;

	@DynamicPropertySource
	static void origin(DynamicPropertyRegistry properties) {
		properties.add("parley.passkeys.rp-id", () -> "localhost");
		properties.add("parley.passkeys.origins", () -> origin(PAGES));
	}

	@BeforeAll
	static void start() {
		try {
			browser = Browser.start(LocalStack.tool("chromium"));
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			Assumptions.abort(ex.getMessage());
		}
	}

	@AfterAll
	static void stop() {
		PAGES.stop(0);
		STRANGERS.stop(0);
		var running = browser;
		if (running != null) {
			running.close();
		}
	}

	@Test
	void addedPasskeySignsInWithoutPassword() {
		browser().open(origin(PAGES) + "/");
		var device = browser().addDevice(true);
		var somebody = this.api.register();
		var added = add(somebody, make(somebody));
		assertThat(added.status()).as(added.toString()).isEqualTo(201);
		assertThat(added.data().at("/transports/0").asString()).isEqualTo("internal");

		var first = TestUser.of(signIn(show()));
		assertThat(first.id()).isEqualTo(somebody.id());
		var second = TestUser.of(signIn(show()));
		assertThat(this.api.get("/api/v1/users/me").as(second).send().data().path("username").asString())
			.isEqualTo(somebody.username());

		assertThatIllegalStateException().as("the device already has a passkey")
			.isThrownBy(() -> make(somebody))
			.withMessageContaining("InvalidStateError");

		browser().verify(device, false);
		assertThatIllegalStateException().as("a device that does not verify its owner")
			.isThrownBy(this::show)
			.withMessageContaining("NotAllowedError");
		browser().verify(device, true);

		var seen = show();
		assertThat(signIn(seen).status()).isEqualTo(200);
		assertThat(signIn(seen).code()).as("a used challenge").isEqualTo("auth.passkey-refused");

		browser().open(origin(STRANGERS) + "/");
		assertThat(signIn(show()).code()).as("a page of another origin").isEqualTo("auth.passkey-refused");
	}

	private static Browser browser() {
		return Objects.requireNonNull(browser);
	}

	private JsonNode make(TestUser somebody) {
		var options = this.api
			.post(PASSKEYS + "/registration-options", JSON.createObjectNode().put("password", Api.PASSWORD).toString())
			.as(somebody)
			.send()
			.data();
		return browser().run("make(" + options + ")");
	}

	private TestResponse add(TestUser somebody, JsonNode credential) {
		return this.api
			.post(PASSKEYS, JSON.createObjectNode().put("name", "laptop").set("credential", credential).toString())
			.as(somebody)
			.send();
	}

	private JsonNode show() {
		return browser().run("show(" + this.api.post(PASSKEYS + "/sign-in-options").send().data() + ")");
	}

	private TestResponse signIn(JsonNode credential) {
		return this.api.post(PASSKEYS + "/sign-in", JSON.createObjectNode().set("credential", credential).toString())
			.send();
	}

	private static String origin(HttpServer server) {
		return "http://localhost:" + server.getAddress().getPort();
	}

	private static HttpServer pages() {
		try (var page = Objects.requireNonNull(PasskeyBrowserIT.class.getResourceAsStream("page.html"))) {
			var content = page.readAllBytes();
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				exchange.getResponseHeaders().set("Content-Type", "text/html");
				exchange.sendResponseHeaders(200, content.length);
				exchange.getResponseBody().write(content);
				exchange.close();
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
