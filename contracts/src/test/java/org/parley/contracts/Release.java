package org.parley.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Contracts in a folder.
 *
 * @param folder with {@code catalogue.yml}, {@code events/} and {@code openapi/}
 */
record Release(Path folder) {

	static final Release TODAY = new Release(Path.of("src", "main", "resources"));

	/**
	 * The contracts that were published last with {@code
	 * -Dparley.contracts.publish=true}.
	 */
	static final Release PUBLISHED = new Release(Path.of("src", "published"));

	private static final JsonMapper JSON = JsonMapper.builder().build();

	Catalogue catalogue() {
		try {
			return Catalogue.read(text(this.folder.resolve("catalogue.yml")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The types with a schema in this folder. */
	List<String> types() {
		return files().map((file) -> file.getFileName().toString())
			.filter((name) -> name.endsWith(".example.json"))
			.map((name) -> name.substring(0, name.length() - ".example.json".length()))
			.sorted()
			.toList();
	}

	/** A schema with all references replaced. */
	JsonNode schema(String name) {
		return Inlining.of(file(name + ".json"), (shared) -> file("common.json").at(shared));
	}

	/** The schema for a consumer, which ignores unknown properties. */
	JsonNode lenientSchema(String name) {
		JsonNode schema = schema(name);
		schema.findParents("additionalProperties").forEach((object) -> {
			if (object.path("additionalProperties").isBoolean()) {
				((ObjectNode) object).remove("additionalProperties");
			}
		});
		return schema;
	}

	JsonNode example(String type) {
		return file(type + ".example.json");
	}

	/** The services whose API is described here. */
	List<String> services() {
		return files("openapi").map((file) -> file.getFileName().toString())
			.filter((name) -> name.endsWith(".json"))
			.map((name) -> name.substring(0, name.length() - ".json".length()))
			.sorted()
			.toList();
	}

	/** The description of a service's API. */
	JsonNode api(String service) {
		return read(this.folder.resolve("openapi").resolve(service + ".json"));
	}

	/** Copies these contracts to another folder. */
	void copyTo(Release other) throws IOException {
		Files.createDirectories(other.folder.resolve("events"));
		Files.createDirectories(other.folder.resolve("openapi"));
		List<Path> all = Stream
			.concat(Stream.concat(files(), files("openapi")), Stream.of(this.folder.resolve("catalogue.yml")))
			.toList();
		for (Path file : all) {
			Files.copy(file, other.folder.resolve(this.folder.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private Stream<Path> files() {
		return files("events");
	}

	private Stream<Path> files(String below) {
		try (Stream<Path> files = Files.list(this.folder.resolve(below))) {
			return files.toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private JsonNode file(String name) {
		return read(this.folder.resolve("events").resolve(name));
	}

	private static JsonNode read(Path file) {
		try {
			return JSON.readTree(text(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) throws IOException {
		return Files.readString(file);
	}

}
