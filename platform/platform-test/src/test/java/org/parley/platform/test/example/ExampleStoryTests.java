package org.parley.platform.test.example;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A story about a service that echoes its requests. */
class ExampleStoryTests {

	private static final String SECRET = "a-token-that-nobody-sees";

	private HttpServer server;

	private ExampleStory exampleStory;

	private StoryActor alice;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", ExampleStoryTests::answer);
		this.server.start();
		this.exampleStory = new ExampleStory(this.server.getAddress().getPort());
		this.alice = this.exampleStory.by(SECRET);
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void exchangesAreRecordedByOperation() {
		this.alice.with("title", "Alice", "pages", 90).header("If-Match", "x").send("PUT /shelves/{id}/books", "a b");
		this.alice.send("GET /shelves/{id}/books?limit={limit}", "a b", 2);
		assertThat(this.exampleStory.recording()).isEqualTo(JsonMapper.shared().readTree("""
				{"GET /shelves/{id}/books": {"parameters": {"id": "a b", "limit": 2},
					"answers": {"200": {"asked": "GET /shelves/a%20b/books?limit=2", "body": ""}}},
				"PUT /shelves/{id}/books": {"parameters": {"id": "a b", "If-Match": "x"},
					"request": {"title": "Alice", "pages": 90},
					"answers": {"200": {"asked": "PUT /shelves/a%20b/books",
						"body": "{\\"title\\":\\"Alice\\",\\"pages\\":90}"}}}}"""));
		assertThat(this.exampleStory.recording().toString()).doesNotContain(SECRET);
	}

	@Test
	void problemsAreRecordedWithoutRequest() {
		this.alice.with("title", "").isRefused("POST /refused");
		assertThat(this.exampleStory.recording()).isEqualTo(JsonMapper.shared().readTree("""
				{"POST /refused": {"problems": {"book.lost": {"code": "book.lost"}}}}"""));
	}

	@Test
	void unexpectedAnswerEndsStory() {
		assertThatThrownBy(() -> this.alice.send("POST /refused")).hasMessageContaining("POST /refused")
			.hasMessageContaining("book.lost");
		assertThatThrownBy(() -> this.alice.isRefused("POST /shelves")).hasMessageContaining("POST /shelves");
	}

	@Test
	void repeatedExchangeIsRefused() {
		this.alice.send("GET /shelves");
		assertThatThrownBy(() -> this.alice.send("GET /shelves"))
			.hasMessageContaining("GET /shelves 200 is recorded already");
	}

	private static void answer(HttpExchange exchange) throws IOException {
		var refused = exchange.getRequestURI().getPath().equals("/refused");
		var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		var said = JsonMapper.shared().createObjectNode();
		if (refused) {
			said.put("code", "book.lost");
		}
		else {
			said.put("asked", exchange.getRequestMethod() + " " + exchange.getRequestURI()).put("body", body);
		}
		var bytes = said.toString().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(refused ? 409 : 200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
