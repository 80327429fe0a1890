package org.parley.platform.test.client;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of auth-service whose events have not arrived. */
public final class TestAccounts {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<String, TestUser> REGISTERED = new ConcurrentHashMap<>();

	private TestAccounts() {
	}

	/** Registers a person of whom the service under test has heard nothing. */
	public static TestUser register() {
		var person = TestUser.with();
		REGISTERED.put(person.username(), person);
		return person;
	}

	/** Answers as auth-service does. */
	public static void answer(HttpExchange exchange) throws IOException {
		var found = JSON.readTree(exchange.getRequestBody())
			.path("usernames")
			.valueStream()
			.map((name) -> REGISTERED.get(name.asString().toLowerCase(Locale.ROOT)))
			.filter(Objects::nonNull)
			.map(TestAccounts::account)
			.toList();
		var body = JSON.writeValueAsBytes(Map.of("data", found));
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private static Map<String, Object> account(TestUser person) {
		return Map.of("user", Map.of("id", person.id(), "username", person.username(), "displayName", person.username(),
				"status", "active", "verified", true), "version", 1);
	}

}
