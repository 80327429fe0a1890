package org.parley.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Access rules and validation problems. */
class AccessIT extends WebhookIT {

	private final List<DynamicTest> table = new ArrayList<>();

	@TestFactory
	Stream<DynamicTest> requestWithoutAdminRoleIsRefused() {
		var user = TestUser.with();
		var moderator = TestUser.with("moderator");
		var id = Ids.next();
		var narrow = new TestUser(id, "narrow",
				TestTokens.claims(id, "narrow", "admin").claim("scope", "threads:read").sign());
		for (var endpoint : List.of("GET /logs", "GET /logs/" + id, "POST /logs/" + id + "/replay", "POST /logs",
				"DELETE /logs", "GET /hmac", "DELETE /hmac", "PUT /hmac")) {
			var method = endpoint.split(" ", -1)[0];
			var path = endpoint.split(" ", -1)[1];
			addRefusal(TestUser.GUEST, method, path, null, 401, "auth.required");
			addRefusal(user, method, path, null, 403, "auth.forbidden");
			addRefusal(moderator, method, path, null, 403, "auth.forbidden");
			addRefusal(narrow, method, path, null, 403, path.equals("/hmac") ? "auth.forbidden" : "auth.scope-missing");
		}
		for (var endpoint : List.of("GET /subscriptions", "POST /subscriptions", "GET /subscriptions/" + id,
				"PATCH /subscriptions/" + id, "DELETE /subscriptions/" + id, "POST /subscriptions/" + id + "/rotate",
				"POST /subscriptions/" + id + "/test", "GET /subscriptions/" + id + "/deliveries",
				"GET /subscriptions/" + id + "/deliveries/" + id, "POST /subscriptions/" + id + "/redeliver",
				"POST /subscriptions/" + id + "/deliveries/" + id + "/redeliver")) {
			var method = endpoint.split(" ", -1)[0];
			var path = endpoint.split(" ", -1)[1];
			addRefusal(TestUser.GUEST, method, path, null, 401, "auth.required");
			addRefusal(narrow, method, path, null, 403, "auth.scope-missing");
		}
		return this.table.stream();
	}

	@TestFactory
	Stream<DynamicTest> invalidRequestHasProblemCode() {
		var admin = TestUser.with("admin");
		var unknown = "/subscriptions/" + Ids.next();
		var good = Map.<String, Object>of("url", "https://example.org/hook", "events", List.of("post.created"));
		addRefusal(admin, "GET", unknown, null, 404, "subscription.not-found");
		addRefusal(admin, "GET", "/subscriptions/%00", null, 400, "");
		addRefusal(admin, "PATCH", unknown, Map.of(), 404, "subscription.not-found");
		addRefusal(admin, "DELETE", unknown, null, 404, "subscription.not-found");
		addRefusal(admin, "POST", unknown + "/rotate", null, 404, "subscription.not-found");
		addRefusal(admin, "POST", unknown + "/test", null, 404, "subscription.not-found");
		addRefusal(admin, "GET", unknown + "/deliveries", null, 404, "subscription.not-found");
		addRefusal(admin, "POST", unknown + "/deliveries/x/redeliver", null, 404, "subscription.not-found");
		addRefusal(admin, "GET", unknown + "/deliveries/x", null, 404, "subscription.not-found");
		addRefusal(admin, "POST", unknown + "/redeliver", Map.of("from", "2026-11-20T09:00:00Z"), 404,
				"subscription.not-found");
		for (var bad : List.of(Map.of(), Map.of("from", "yesterday"), Map.of("from", 1, "x", 2),
				Map.of("from", "2026-11-20T09:00:00Z", "status", "waiting"))) {
			addRefusal(admin, "POST", unknown + "/redeliver", bad, 400, "request.invalid");
		}
		addRefusal(admin, "POST", "/subscriptions", with(good, "format", "teams"), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "url", "ftp://example.org"), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "url", "https://u:p@example.org"), 400,
				"request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "url", "https://example.org/" + "x".repeat(2000)), 400,
				"request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "events", List.of()), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "events", List.of("session.revoked")), 400,
				"request.invalid");
		addRefusal(admin, "POST", "/subscriptions", "{\"url\":\"https://example.org\",\"events\":[null]}", 400,
				"request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "description", "x".repeat(501)), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "description", "a\u0000b"), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "status", "active"), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", with(good, "secret", "mine"), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", Map.of("url", "https://example.org"), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", Map.of("events", List.of("post.created")), 400, "request.invalid");
		addRefusal(admin, "POST", "/subscriptions", "{", 400, "request.malformed");
		addRefusal(admin, "PATCH", unknown, Map.of("status", "ended"), 400, "request.invalid");
		addRefusal(admin, "PUT", "/subscriptions", good, 405, "request.method-not-allowed");
		return this.table.stream();
	}

	private void addRefusal(TestUser caller, String method, String path, @Nullable Object body, int status,
			String code) {
		var name = method + " " + path + " " + String.valueOf(body).replaceAll("(.{60}).*", "$1") + " " + status;
		this.table.add(dynamicTest(name, () -> {
			var reply = this.api.call(caller, method, path, body);
			assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
			if (!code.isEmpty()) {
				assertThat(reply.code()).isEqualTo(code);
			}
		}));
	}

	private static Map<String, Object> with(Map<String, Object> good, String name, Object value) {
		var changed = new java.util.HashMap<>(good);
		changed.put(name, value);
		return changed;
	}

}
