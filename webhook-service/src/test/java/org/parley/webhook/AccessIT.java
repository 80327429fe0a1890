package org.parley.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The access rules are in force, and what does not exist is not found.
 * {@link EndpointsTests} and {@link DeclaredInputTests} try every endpoint.
 */
class AccessIT extends WebhookIT {

	private final TestUser admin = TestUser.with("admin");

	@Test
	void callerWithoutRoleOrScopeIsRefused() {
		var id = Ids.next();
		var narrow = new TestUser(id, "narrow",
				TestTokens.claims(id, "narrow", "admin").claim("scope", "threads:read").sign());
		assertRefused(TestUser.GUEST, "GET /logs", null, 401, "auth.required");
		assertRefused(TestUser.with("moderator"), "GET /logs", null, 403, "auth.forbidden");
		assertRefused(narrow, "GET /logs", null, 403, "auth.scope-missing");
		assertRefused(TestUser.GUEST, "GET /subscriptions", null, 401, "auth.required");
		assertRefused(narrow, "GET /subscriptions", null, 403, "auth.scope-missing");
		for (var method : List.of("GET", "DELETE", "PUT")) {
			assertRefused(TestUser.GUEST, method + " /hmac", null, 401, "auth.required");
			assertRefused(this.admin, method + " /hmac", null, 403, "auth.forbidden");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET ", "DELETE ", "POST /rotate", "POST /test", "GET /deliveries",
			"POST /deliveries/x/redeliver", "GET /deliveries/x" })
	void unknownSubscriptionIsNotFound(String operation) {
		assertRefused(this.admin, operation.replace(" ", " /subscriptions/" + Ids.next()), null, 404,
				"subscription.not-found");
	}

	@Test
	void changeOfUnknownSubscriptionIsNotFound() {
		var unknown = "/subscriptions/" + Ids.next();
		assertRefused(this.admin, "PATCH " + unknown, Map.of(), 404, "subscription.not-found");
		assertRefused(this.admin, "POST " + unknown + "/redeliver", Map.of("from", "2026-11-20T09:00:00Z"), 404,
				"subscription.not-found");
		assertRefused(this.admin, "POST /subscriptions", Map.of("url", "https://example.org"), 400, "request.invalid");
		assertRefused(this.admin, "POST /subscriptions", "{", 400, "request.malformed");
		assertRefused(this.admin, "PUT /subscriptions", Map.of(), 405, "request.method-not-allowed");
		assertThat(this.api.call(this.admin, "GET", "/subscriptions/%00", null).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "format, teams", "url, ftp://example.org", "url, https://u:p@example.org", "status, active" })
	void invalidSubscriptionIsRefused(String name, String value) {
		var subscription = new HashMap<String, Object>(
				Map.of("url", "https://example.org/hook", "events", List.of("post.created")));
		subscription.put(name, value);
		assertRefused(this.admin, "POST /subscriptions", subscription, 400, "request.invalid");
	}

	@Test
	void oneAnswerNamesAllFieldsAtFault() {
		var subscription = Map.of("url", "ftp://example.org", "format", "teams", "status", "active");
		var reply = this.api.call(this.admin, "POST", "/subscriptions", subscription);
		assertThat(reply.body().get("errors").findValuesAsString("field")).containsExactlyInAnyOrder("events", "format",
				"status", "url");
	}

	private void assertRefused(TestUser caller, String operation, @Nullable Object body, int status, String code) {
		var space = operation.indexOf(' ');
		var reply = this.api.call(caller, operation.substring(0, space), operation.substring(space + 1), body);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
