package org.parley.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.endpoint.Endpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares a service's API with its description in {@code contracts/}. Every API change
 * appears as a change of that file: run the test with {@code
 * -Dparley.contracts.update=true} and review the difference before the commit.
 */
public interface OpenApiContract {

	/** The port of the service. */
	int port();

	/** The service's name, such as {@code forum-service}. */
	String service();

	@Test
	default void apiMatchesPublishedDocument() throws IOException {
		var json = JsonMapper.builder()
			.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.build();
		var snapshot = Path.of(System.getProperty("parley.root", ".."),
				"contracts/src/main/resources/openapi/%s.json".formatted(service()));
		var described = describe(json);
		if (Boolean.getBoolean("parley.contracts.update")) {
			Files.createDirectories(snapshot.getParent());
			Files.writeString(snapshot, json.writeValueAsString(described) + "\n");
		}
		assertThat(json.readTree(Files.readString(snapshot)))
			.as("the API of %s; if the change is intended, repeat with -Dparley.contracts.update=true", service())
			.isEqualTo(described);
	}

	/** Examples are recorded, so the document must permit what the service answers. */
	@Test
	default void examplesAreOfTheirSchemas() {
		var described = read(JsonMapper.shared());
		described.path("paths").properties().forEach((path) -> path.getValue().properties().forEach((operation) -> {
			var contents = new ArrayList<JsonNode>(operation.getValue().path("requestBody").findValues("content"));
			contents.addAll(operation.getValue().path("responses").findValues("content"));
			contents.stream()
				.flatMap(JsonNode::valueStream)
				.forEach((content) -> content.path("examples")
					.forEach((example) -> assertThat(violations(content.path("schema"), example, described))
						.as("%s %s", operation.getKey(), path.getKey())
						.isEmpty()));
		}));
	}

	@Test
	default void tokensAreRequiredOfAllButGuests() {
		var paths = read(JsonMapper.shared()).path("paths");
		var described = Endpoint.all()
			.stream()
			.filter((endpoint) -> operation(paths, endpoint).isObject())
			.collect(Collectors.partitioningBy((endpoint) -> {
				var security = operation(paths, endpoint).path("security");
				return security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty);
			}));
		assertThat(described.get(true)).allMatch((endpoint) -> endpoint.who() == Endpoint.Who.ANYONE);
		assertThat(described.get(false)).noneMatch((endpoint) -> endpoint.who() == Endpoint.Who.ANYONE);
	}

	private static JsonNode operation(JsonNode paths, Endpoint endpoint) {
		return paths.path("/api/v1" + endpoint.path()).path(endpoint.method().toLowerCase(Locale.ROOT));
	}

	private static List<String> violations(JsonNode schema, JsonNode example, JsonNode described) {
		var whole = ((ObjectNode) schema.deepCopy()).set("components", described.path("components"));
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(whole.toString(), InputFormat.JSON)
			.validate(example.path("value").toString(), InputFormat.JSON)
			.stream()
			.map(Error::toString)
			.toList();
	}

	private JsonNode describe(JsonMapper json) {
		var described = read(json);
		described.remove("servers");
		described.path("paths").forEach(OpenApiContract::withoutExamples);
		return described;
	}

	private ObjectNode read(JsonMapper json) {
		var text = RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port())
			.build()
			.get()
			.uri("/openapi.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return (ObjectNode) json.readTree(String.valueOf(text));
	}

	/** Examples are recorded beside the service and may change without an API change. */
	private static void withoutExamples(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("examples").isObject()) {
			object.remove("examples");
		}
		node.forEach(OpenApiContract::withoutExamples);
	}

}
