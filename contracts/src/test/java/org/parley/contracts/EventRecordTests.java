package org.parley.contracts;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contracts.forum.thread.ThreadChanged;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The records of events agree with the schemas, in both directions. */
class EventRecordTests {

	/** The schema permits it, but forum-service never had such a reason. */
	private static final String NEVER_PUBLISHED = "reason";

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@ParameterizedTest
	@MethodSource("records")
	void exampleIsReadAndWrittenUnchanged(String type, Class<? extends ParleyEvent> record) {
		ObjectNode data = Contracts.example(type).path("data").deepCopy();
		if (record == ThreadChanged.class) {
			data.remove(NEVER_PUBLISHED);
		}
		JsonNode written = write(read(type, data, record));
		assertThat(written).isEqualTo(data);
		assertThat(Contracts.errors(Contracts.schemaId(type), written)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("records")
	void requiredPropertiesSufficeAndOthersAreIgnored(String type, Class<? extends ParleyEvent> record) {
		ObjectNode data = Contracts.example(type).path("data").deepCopy();
		List<String> required = new ArrayList<>();
		Contracts.schema(type).path("required").forEach((name) -> required.add(name.asText()));
		data.retain(required);
		JsonNode least = data.deepCopy();
		data.put("addedLater", "ignored");
		JsonNode written = write(read(type, data, record));
		assertThat(written).isEqualTo(least);
	}

	@ParameterizedTest
	@MethodSource("records")
	void subjectAndTypeAreThoseOfTheEnvelope(String type, Class<? extends ParleyEvent> record) {
		JsonNode example = Contracts.example(type);
		ParleyEvent event = read(type, example.path("data"), record);
		assertThat(event.type()).isEqualTo(type);
		assertThat(event.subject()).isEqualTo(example.path("subject").asText());
		assertThat(event.partitionKey()).isEqualTo(example.path("partitionkey").asText());
	}

	/** Publishers may be newer than consumers. */
	@ParameterizedTest
	@CsvSource({ "case.decided, decision, org.parley.contracts.moderation.CaseDecided",
			"social-case.reversed, decision, org.parley.contracts.moderation.CaseReversed",
			"message-moderation.verdict, verdict, org.parley.contracts.moderation.PostJudged",
			"security.alert, kind, org.parley.contracts.account.contact.SecurityAlert" })
	void unknownValueIsReadAsNull(String type, String property, Class<? extends ParleyEvent> record) {
		ObjectNode data = Contracts.example(type).path("data").deepCopy();
		data.put(property, "added-later");
		assertThat(write(read(type, data, record)).path(property).isNull()).isTrue();
	}

	@Test
	void recordsPublishDifferentEventsOfTheCatalogue() throws IOException, URISyntaxException {
		List<String> types = records().map((arguments) -> String.valueOf(arguments.get()[0])).toList();
		assertThat(types).doesNotHaveDuplicates();
		assertThat(Catalogue.read().entries().map(Catalogue.Entry::type)).containsAll(types);
	}

	private static ParleyEvent read(String type, JsonNode data, Class<? extends ParleyEvent> record) {
		return JSON.readerFor(record)
			.with(new InjectableValues.Std().addValue(EventType.NAME, type))
			.readValue(data.toString());
	}

	/** Zeros at the end of a second's fraction have no meaning. */
	private static JsonNode write(ParleyEvent event) {
		return Contracts.parse(JSON.writeValueAsString(event).replaceAll("(:\\d\\d\\.\\d*?[1-9])0+Z\"", "$1Z\""));
	}

	static Stream<Arguments> records() throws IOException, URISyntaxException {
		Path root = Path.of(ParleyEvent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		try (Stream<Path> files = Files.walk(root)) {
			return files.map((file) -> root.relativize(file).toString().replace('/', '.'))
				.filter((name) -> name.endsWith(".class") && !name.endsWith("-info.class"))
				.map((name) -> load(name.substring(0, name.length() - ".class".length())))
				.filter((type) -> type.isAnnotationPresent(Publishes.class))
				.flatMap((record) -> Stream.of(record.getAnnotation(Publishes.class).value())
					.map((type) -> Arguments.of(type, record)))
				.toList()
				.stream();
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
