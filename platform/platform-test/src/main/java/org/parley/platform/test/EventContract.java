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
 * Holds an event against its schema in {@code contracts}: publishers check what they
 * send, listeners read the examples.
 */
public final class EventContract {

	private static final String IDS = "urn:parley:event:";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry.schemas(EventContract::schema));

	private EventContract() {
	}

	/** What is wrong with an event as it travels, envelope and data; nothing at best. */
	public static List<String> violations(String event) {
		var data = JSON.readTree(event).path("data");
		var schema = JSON.readTree(event).path("dataschema").asString();
		return Stream.concat(check(IDS + "envelope:1", event), check(schema, data.toString())).toList();
	}

	/** What is wrong with the data of an event of that type; nothing at best. */
	public static List<String> violations(String type, String data) {
		return check(IDS + type + ":1", data).toList();
	}

	/** The example of a type, as it travels. */
	public static String example(String type) {
		var example = read("/events/" + type + ".example.json");
		if (example == null) {
			throw new IllegalArgumentException("No event is called " + type);
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
