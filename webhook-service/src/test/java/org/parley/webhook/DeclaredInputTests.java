package org.parley.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.endpoint.DeclaredEndpoints;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Values that only this service refuses; {@link EndpointsTests} has those of types. */
class DeclaredInputTests {

	private static final DeclaredEndpoints ENDPOINTS = DeclaredEndpoints.in("org.parley.webhook",
			PlatformWebAutoConfiguration.class);

	private static final String SUBSCRIPTIONS = "/api/v1/webhook/subscriptions";

	private static final Map<String, Object> GOOD = Map.of("url", "https://example.org/hook", "events",
			List.of("post.created"));

	static Stream<Arguments> input() {
		var one = SUBSCRIPTIONS + "/" + Ids.next();
		return Stream.of(
				arguments("POST", SUBSCRIPTIONS, with("url", "https://example.org/" + "x".repeat(2000)), "url"),
				arguments("POST", SUBSCRIPTIONS, with("events", List.of()), "events"),
				arguments("POST", SUBSCRIPTIONS, with("events", List.of("session.revoked")), "events"),
				arguments("POST", SUBSCRIPTIONS, with("description", "x".repeat(501)), "description"),
				arguments("POST", SUBSCRIPTIONS, with("description", "a\u0000b"), "description"),
				arguments("POST", SUBSCRIPTIONS, with("secret", "mine"), "secret"),
				arguments("PATCH", one, Map.of("status", "ended"), "status"),
				arguments("POST", one + "/redeliver", Map.of(), "from"),
				arguments("POST", one + "/redeliver", Map.of("from", "yesterday"), "from"),
				arguments("POST", one + "/redeliver", Map.of("x", 2), "x"), arguments("POST", one + "/redeliver",
						Map.of("from", "2026-11-20T09:00:00Z", "status", "waiting"), "status"));
	}

	@ParameterizedTest
	@MethodSource("input")
	void invalidPropertyIsNamed(String method, String path, Map<String, ?> body, String field) {
		assertThat(ENDPOINTS.refuse(method, path, JsonMapper.shared().writeValueAsString(body)))
			.anyMatch((error) -> error.startsWith(field));
	}

	private static Map<String, Object> with(String name, Object value) {
		var changed = new HashMap<>(GOOD);
		changed.put(name, value);
		return changed;
	}

}
