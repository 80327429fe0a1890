package org.parley.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A request with one thing wrong. */
record Bad(String method, String path, @Nullable String body, String field, String code) {

	static Bad bad(String route, @Nullable String body, String field, String code) {
		var parts = route.split(" ", 2);
		return new Bad(parts[0], parts[1], body, field, code);
	}

	/** A new identity provider with another property. */
	static String provider(String property, String json) {
		return object(Map.of("id", "\"example\"", "kind", "\"oidc\"", "name", "\"Example\"", "issuer",
				"\"https://issuer.example\"", "clientId", "\"a\"", "clientSecret", "\"b\""), property, json);
	}

	/** A registration with another property. */
	static String registration(String property, String json) {
		return object(Map.of("name", "\"N\"", "email", "\"n@example.com\"", "password", "\"not to be guessed\""),
				property, json);
	}

	/** A set-up with another property. */
	static String setup(String property, String json) {
		return object(Map.of("token", "\"t\"", "admin", "null", "forum", "{\"name\": \"F\"}", "categories", "[]"),
				property, json);
	}

	private static String object(Map<String, String> properties, String property, String json) {
		var changed = new HashMap<>(properties);
		changed.put(property, json);
		return changed.entrySet()
			.stream()
			.map((entry) -> "\"" + entry.getKey() + "\": " + entry.getValue())
			.collect(Collectors.joining(", ", "{", "}"));
	}

	static String attestation(String clientData, String object) {
		return "{\"name\": \"n\", \"credential\": {\"response\": {\"clientDataJSON\": %s, \"attestationObject\": %s}}}"
			.formatted(clientData, object);
	}

	/** A JSON string of a length. */
	static String text(int length) {
		return "\"" + "ab".repeat(length).substring(0, length) + "\"";
	}

	@Override
	public String toString() {
		var shown = String.valueOf(this.body);
		return "%s %s %s".formatted(this.method, this.path, shown.substring(0, Math.min(shown.length(), 80)));
	}

}
