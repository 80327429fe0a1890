package org.parley.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;

/** Reads schemas and examples, and validates documents. */
final class Contracts {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry.schemas(Contracts::source));

	private Contracts() {
	}

	static JsonNode schema(String name) {
		return read("/events/" + name + ".json");
	}

	static JsonNode example(String type) {
		return read("/events/" + type + ".example.json");
	}

	static String schemaId(String name) {
		return "urn:parley:event:" + name + ":1";
	}

	/** Validates a document; empty when it conforms to the schema with that id. */
	static List<Error> errors(String schemaId, JsonNode document) {
		return SCHEMAS.getSchema(SchemaLocation.of(schemaId))
			.validate(document, (context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
	}

	private static @Nullable String source(String schemaId) {
		if (!schemaId.startsWith("urn:parley:event:")) {
			return null;
		}
		return schema(schemaId.split(":", -1)[3]).toString();
	}

	static JsonNode parse(String json) {
		try {
			return JSON.readTree(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static JsonNode read(String file) {
		try (InputStream stream = Contracts.class.getResourceAsStream(file)) {
			return JSON.readTree(Objects.requireNonNull(stream, file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
