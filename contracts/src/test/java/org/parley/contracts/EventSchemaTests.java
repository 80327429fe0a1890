package org.parley.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.Catalogue.Entry;

import static org.assertj.core.api.Assertions.assertThat;

class EventSchemaTests {

	private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

	@ParameterizedTest
	@MethodSource("schemas")
	void schemaHasItsOwnId(String name) {
		JsonNode schema = Contracts.schema(name);
		assertThat(Contracts.errors(META_SCHEMA, schema)).isEmpty();
		assertThat(schema.path("$schema").asText()).isEqualTo(META_SCHEMA);
		assertThat(schema.path("$id").asText()).isEqualTo(Contracts.schemaId(name));
	}

	@Test
	void schemaWithUnknownTypeIsRefused() {
		ObjectNode schema = Contracts.schema("post.created").deepCopy();
		schema.put("type", "thing");
		assertThat(Contracts.errors(META_SCHEMA, schema)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("entries")
	void exampleConformsToSchema(Entry entry) {
		JsonNode example = Contracts.example(entry.type());
		assertThat(Contracts.errors(Contracts.schemaId("envelope"), example)).isEmpty();
		assertThat(errorsInData(example)).isEmpty();
		assertThat(example.path("type").asText()).isEqualTo(entry.type());
		assertThat(example.path("dataschema").asText()).isEqualTo(Contracts.schemaId(entry.type()));
		assertThat(publishersOf(entry.type())).contains(example.path("source").asText());
	}

	@ParameterizedTest
	@MethodSource("types")
	void unknownFieldIsRefused(String type) {
		ObjectNode event = Contracts.example(type).deepCopy();
		event.withObject("/data").put("password", "secret");
		assertThat(errorsInData(event)).isNotEmpty();
		event.put("password", "secret");
		assertThat(Contracts.errors(Contracts.schemaId("envelope"), event)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("types")
	void fieldOfWrongTypeIsRefused(String type) {
		for (String field : names(Contracts.example(type).path("data"))) {
			ObjectNode event = Contracts.example(type).deepCopy();
			event.withObject("/data").putArray(field).add(1.5);
			assertThat(errorsInData(event)).as(field).isNotEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void missingFieldIsRefused(String type) {
		for (JsonNode field : Contracts.schema(type).path("required")) {
			ObjectNode event = Contracts.example(type).deepCopy();
			event.withObject("/data").remove(field.asText());
			assertThat(errorsInData(event)).as(field.asText()).isNotEmpty();
		}
	}

	@Test
	void envelopeAttributesAreRequiredExceptTraceAndRequest() {
		List<String> needed = new ArrayList<>();
		for (String attribute : names(Contracts.example("post.created"))) {
			ObjectNode event = Contracts.example("post.created").deepCopy();
			event.remove(attribute);
			if (!Contracts.errors(Contracts.schemaId("envelope"), event).isEmpty()) {
				needed.add(attribute);
			}
		}
		assertThat(needed).containsExactlyInAnyOrder("id", "source", "specversion", "type", "subject", "time",
				"datacontenttype", "dataschema", "partitionkey", "data");
	}

	@Test
	void removedPostHasNoContent() {
		ObjectNode event = Contracts.example("post.removed").deepCopy();
		event.withObject("/data/post").put("content", "Removed content.");
		assertThat(errorsInData(event)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "direct", "group" })
	void textForChecksIsOfARoom(String kind) {
		ObjectNode event = Contracts.example("room-message.written").deepCopy();
		event.withObject("/data/conversation").put("kind", kind);
		assertThat(errorsInData(event)).isNotEmpty();
	}

	@Test
	void snapshotOfRemovedPostHasNoContent() {
		ObjectNode event = Contracts.example("post.snapshot").deepCopy();
		ObjectNode post = event.withObject("/data/post");
		post.put("status", "removed");
		assertThat(errorsInData(event)).isNotEmpty();
		post.remove(List.of("content", "html"));
		assertThat(errorsInData(event)).isEmpty();
		post.put("status", "held");
		assertThat(errorsInData(event)).isNotEmpty();
	}

	@Test
	void sealedValueIsCompactJweWithoutEncryptedKey() {
		String sealed = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..48V1_ALb6US04U3b.5eym8TW_c8SuK0lt.XFBoMYUZodetZdvTiFvSkQ";
		assertThat(errorsInSealed(sealed)).isEmpty();
		assertThat(errorsInSealed("a token in clear")).isNotEmpty();
		assertThat(errorsInSealed("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP")).isNotEmpty();
	}

	@Test
	void revocationNamesEitherSessionOrTokenVersion() {
		ObjectNode event = Contracts.example("session.revoked").deepCopy();
		event.withObject("/data").put("tokenVersion", 2);
		assertThat(errorsInData(event)).isNotEmpty();
		event.withObject("/data").remove("sessionId");
		assertThat(errorsInData(event)).isEmpty();
	}

	private static List<Error> errorsInSealed(String value) {
		return Contracts.errors(Contracts.schemaId("common") + "#/$defs/sealed", TextNode.valueOf(value));
	}

	private static List<Error> errorsInData(JsonNode event) {
		return Contracts.errors(event.path("dataschema").asText(), event.path("data"));
	}

	private static List<String> names(JsonNode object) {
		List<String> names = new ArrayList<>();
		object.fieldNames().forEachRemaining(names::add);
		return names;
	}

	private static List<String> publishersOf(String type) {
		return entries().filter((entry) -> entry.type().equals(type)).map(Entry::publisher).toList();
	}

	static Stream<Entry> entries() {
		return Catalogue.read().entries();
	}

	static Stream<String> types() {
		return entries().map(Entry::type).distinct();
	}

	static Stream<String> schemas() {
		return Stream.concat(Stream.of("common", "envelope"), types());
	}

}
