package org.parley.platform.messaging.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node of a schema in {@code contracts}. */
record EventSchema(JsonNode document, JsonNode here) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern NAME = Pattern.compile("[a-z]++(-[a-z]++)*+(\\.[a-z]++(-[a-z]++)*+)?");

	private static final Pattern REFERENCE = Pattern.compile("(?:urn:parley:event:([a-z.-]+):[0-9]+)?(?:#(/.*))?");

	private static final Map<String, EventSchema> READ = new ConcurrentHashMap<>();

	/** Finds the schema of a type's data. */
	static Optional<EventSchema> of(String name) {
		if (!NAME.matcher(name).matches()) {
			return Optional.empty();
		}
		var known = READ.get(name);
		return (known != null) ? Optional.of(known) : read(name);
	}

	/** This node and all nodes that it references or combines. */
	Stream<EventSchema> expanded() {
		var parts = Stream.of("allOf", "anyOf", "oneOf")
			.flatMap((word) -> StreamSupport.stream(this.here.path(word).spliterator(), false));
		return Stream.concat(Stream.of(this),
				Stream.concat(reference(), parts.map(this::at)).flatMap(EventSchema::expanded));
	}

	boolean isSecret() {
		return this.here.path("x-secret").asBoolean(false);
	}

	Stream<EventSchema> property(String name) {
		return Stream.of(this.here.path("properties").path(name))
			.filter((found) -> !found.isMissingNode())
			.map(this::at);
	}

	Stream<EventSchema> items() {
		return Stream.of(this.here.path("items")).filter((found) -> !found.isMissingNode()).map(this::at);
	}

	private Stream<EventSchema> reference() {
		var reference = REFERENCE.matcher(this.here.path("$ref").asString(""));
		if (!this.here.has("$ref") || !reference.matches()) {
			return Stream.empty();
		}
		var target = (reference.group(1) != null) ? of(reference.group(1)) : Optional.of(at(this.document));
		var pointer = reference.group(2);
		return target.stream().map((found) -> (pointer != null) ? found.at(found.document().at(pointer)) : found);
	}

	private EventSchema at(JsonNode place) {
		return new EventSchema(this.document, place);
	}

	private static Optional<EventSchema> read(String name) {
		try (var stream = EventSchema.class.getResourceAsStream("/events/" + name + ".json")) {
			if (stream == null) {
				return Optional.empty();
			}
			var document = JSON.readTree(stream);
			var schema = new EventSchema(document, document);
			READ.put(name, schema);
			return Optional.of(schema);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
