package org.parley.platform.messaging.secret;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class EventMaskerTests {

	private static final String JWE = "eyJhbGciOiJkaXIifQ..AAAAAAAAAAAAAAAA.c2VjcmV0.BBBBBBBBBBBBBBBBBBBBBB";

	private final EventMasker eventMasker = new EventMasker();

	@Test
	void secretsOfSchemaAreMaskedEverywhere() {
		var shown = data(Map.of("shelf", "s", "number", 7, "pin", "1234", "code", JWE, "notes",
				List.of(Map.of("text", "late", "key", "5678"))));
		assertThat(shown.path("pin").stringValue()).isEqualTo("***");
		assertThat(shown.path("code").stringValue()).isEqualTo("***");
		assertThat(shown.path("notes").path(0).path("key").stringValue()).isEqualTo("***");
		assertThat(shown.path("notes").path(0).path("text").stringValue()).isEqualTo("late");
		assertThat(shown.path("number").intValue()).isEqualTo(7);
	}

	@Test
	void secretOfAnyTypeIsMasked() {
		assertThat(data(Map.of("pin", Map.of("inner", "1234"))).toString()).doesNotContain("1234");
		assertThat(data(Map.of("pin", List.of(1234))).toString()).doesNotContain("1234");
	}

	@Test
	void referenceToOtherSchemaIsFollowed() {
		var person = data(Map.of("by", Map.of("id", "1", "username", "alice", "password", "rabbit"))).path("by");
		assertThat(person.path("username").stringValue()).isEqualTo("alice");
		assertThat(person.path("password").stringValue()).isEqualTo("***");
	}

	@Test
	void addressesAndSealedValuesInTextsAreMasked() {
		var note = data(
				Map.of("notes", List.of(Map.of("text", "Write to alice.b+c@example.org or jürgen@müller.de, " + JWE))));
		assertThat(note.path("notes").path(0).path("text").stringValue())
			.isEqualTo("Write to a***@e*** or j***@m***, ***");
	}

	@Test
	void dataWithoutSchemaIsMasked() {
		assertThat(data(Map.of("surprise", "secret")).path("surprise").stringValue()).isEqualTo("***");
		assertThat(event("book.burnt", Map.of("shelf", "s")).path("data").stringValue()).isEqualTo("***");
		assertThat(event("../../secret", Map.of("shelf", "s")).path("data").stringValue()).isEqualTo("***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not json", "[1]", "\"text\"", "{\"type\": " })
	void nonEventIsMasked(String text) {
		assertThat(this.eventMasker.event(text).stringValue()).isEqualTo("***");
	}

	@Test
	void incompleteEventShowsItsAttributes() {
		assertThat(this.eventMasker.event("{\"id\": \"1\", \"more\": {\"a\": 1}}"))
			.isEqualTo(JsonMapper.shared().readTree("{\"id\": \"1\", \"data\": \"***\"}"));
	}

	@Test
	void longTextIsMaskedQuickly() {
		var text = "a".repeat(200_000);
		assertThatNoException()
			.isThrownBy(() -> assertTimeout(Duration.ofSeconds(5), () -> data(Map.of("shelf", text))));
	}

	private JsonNode data(Map<String, Object> data) {
		return event("book.returned", data).path("data");
	}

	private JsonNode event(String type, Map<String, Object> data) {
		return this.eventMasker.event(JsonMapper.shared().writeValueAsString(Map.of("type", type, "data", data)));
	}

}
