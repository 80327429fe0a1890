package org.parley.platform.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Validates events against their schemas in {@code contracts}: publishers check what they
 * send, consumers read the examples.
 */
public final class EventContract {

	private static final String IDS = "urn:parley:event:";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry.schemas(EventContract::schema));

	private EventContract() {
	}

	/** Validates an envelope with its data; empty when it is valid. */
	public static List<String> violations(String event) {
		var data = JSON.readTree(event).path("data");
		var schema = JSON.readTree(event).path("dataschema").asString();
		return Stream.concat(check(IDS + "envelope:1", event), check(schema, data.toString())).toList();
	}

	/** Validates the data of an event type; empty when it is valid. */
	public static List<String> violations(String type, String data) {
		return check(IDS + type + ":1", data).toList();
	}

	/** The example of an event type, with its envelope. */
	public static String example(String type) {
		var example = read("/events/" + type + ".example.json");
		if (example == null) {
			throw new IllegalArgumentException("No event type is called " + type);
		}
		return example;
	}

	private static Stream<String> check(String schema, String document) {
		return SCHEMAS.getSchema(SchemaLocation.of(schema))
			.validate(document, InputFormat.JSON,
					(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
			.stream()
			.map((error) -> error.getInstanceLocation() + ": " + error.getMessage());
	}

	private static @Nullable String schema(String id) {
		return id.startsWith(IDS) ? read("/events/" + id.split(":", -1)[3] + ".json") : null;
	}

	private static @Nullable String read(String resource) {
		try (InputStream stream = EventContract.class.getResourceAsStream(resource)) {
			return (stream != null) ? new String(stream.readAllBytes(), StandardCharsets.UTF_8) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
