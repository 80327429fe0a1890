package org.parley.contracts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the contracts with those that were published last, and publishes them with
 * {@code -Dparley.contracts.publish=true}.
 */
class ReleaseTests {

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	@Test
	void publishedContractsAreKept() throws IOException {
		assertThat(Stream.of(schemaChanges(), catalogueChanges(), apiChanges()).flatMap((changes) -> changes))
			.isEmpty();
		if (Boolean.getBoolean("parley.contracts.publish")) {
			Release.TODAY.copyTo(Release.PUBLISHED);
		}
	}

	@ParameterizedTest
	@MethodSource("published")
	void publishedEventIsReadByCurrentSchema(String type) {
		assertThat(errors(Release.TODAY, Release.PUBLISHED.example(type))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("published")
	void currentEventIsReadByPublishedSchema(String type) {
		assertThat(errors(Release.PUBLISHED, Release.TODAY.example(type))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("published")
	void consumerIgnoresUnknownAndRequiresKnownFields(String type) {
		ObjectNode event = Release.TODAY.example(type).deepCopy();
		event.put("mood", "sunny").withObject("/data").put("mood", "sunny");
		assertThat(errors(Release.TODAY, event)).isEmpty();
		event.putObject("data");
		assertThat(errors(Release.TODAY, event)).isNotEmpty();
	}

	@Test
	void publishedContractsAreCopiedCompletely(@TempDir Path folder) throws IOException {
		Release copy = new Release(folder);
		Release.TODAY.copyTo(copy);
		assertThat(copy.catalogue()).isEqualTo(Release.TODAY.catalogue());
		assertThat(copy.types()).isEqualTo(Release.TODAY.types())
			.allSatisfy((type) -> assertThat(copy.schema(type)).isEqualTo(Release.TODAY.schema(type)));
		assertThat(copy.services()).isEqualTo(Release.TODAY.services())
			.allSatisfy((service) -> assertThat(copy.api(service)).isEqualTo(Release.TODAY.api(service)));
	}

	static List<String> published() {
		return Release.PUBLISHED.types();
	}

	private static Stream<String> schemaChanges() {
		return Stream.concat(Stream.of("envelope"), published().stream().filter(Release.TODAY.types()::contains))
			.flatMap((name) -> SchemaChanges.between(name, Release.PUBLISHED.schema(name), Release.TODAY.schema(name))
				.stream());
	}

	/** A service may not vanish either. */
	private static Stream<String> apiChanges() {
		var today = LocalDate.now(ZoneOffset.UTC);
		return Release.PUBLISHED.services()
			.stream()
			.flatMap((service) -> OpenApiChanges
				.between(Release.PUBLISHED.api(service), Release.TODAY.api(service), today)
				.stream()
				.map((change) -> service + ": " + change));
	}

	private static Stream<String> catalogueChanges() {
		return CatalogueChanges.between(Release.PUBLISHED.catalogue(), Release.TODAY.catalogue()).stream();
	}

	private static List<Error> errors(Release reader, JsonNode event) {
		return Stream
			.concat(errors(reader.lenientSchema("envelope"), event),
					errors(reader.lenientSchema(event.path("type").asText()), event.path("data")))
			.toList();
	}

	private static Stream<Error> errors(JsonNode schema, JsonNode document) {
		return SCHEMAS.getSchema(schema)
			.validate(document, (context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
			.stream();
	}

}
