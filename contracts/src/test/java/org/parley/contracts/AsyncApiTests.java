package org.parley.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ID = "urn:parley:asyncapi";

	private static final ObjectNode DOCUMENT = AsyncApi.of(Catalogue.read());

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7,
			(registry) -> registry.schemas((id) -> id.equals(ID) ? payloads() : null));

	private static final Schema SPECIFICATION = specification();

	/** The jar carries the document for teams that write a listener of their own. */
	@BeforeAll
	static void writeDocument() throws IOException {
		var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))
			.withArrayIndenter(new DefaultIndenter("  ", "\n"));
		Files.writeString(Path.of("target", "classes", "asyncapi.json"),
				JSON.writer(printer).writeValueAsString(DOCUMENT) + "\n");
	}

	@Test
	void theDocumentKeepsTheSpecification() {
		assertThat(SPECIFICATION.validate(DOCUMENT)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "missing", textBlock = """
			,                                                   asyncapi,    missing
			/info,                                              title,       missing
			/servers/rabbitmq,                                  protocol,    missing
			/operations/auth-service.publishes,                 action,      '"shout"'
			/operations/auth-service.publishes,                 channel,     missing
			/operations/auth-service.publishes/bindings/amqp,   deliveryMode, 3
			/channels/auth.events/bindings/amqp/exchange,       type,        '"star"'
			/channels/forum_members/bindings/amqp/queue,        durable,     '"always"'
			/channels/forum_members,                            receivers,   '[]'
			/components/messages/post.created,                  payload,     '{"type": "thing"}'
			/components/schemas/post.created,                   required,    '"post"'
			""")
	void aBrokenDocumentIsRefused(String place, String field, String value) throws IOException {
		ObjectNode broken = DOCUMENT.deepCopy();
		ObjectNode object = (place != null) ? (ObjectNode) broken.at(place) : broken;
		object.remove(field);
		if (value != null) {
			object.set(field, JSON.readTree(value));
		}
		assertThat(SPECIFICATION.validate(broken)).isNotEmpty();
	}

	@Test
	void everyReferenceLeadsSomewhere() {
		assertThat(DOCUMENT.findValuesAsText("$ref")).isNotEmpty()
			.allMatch((reference) -> !DOCUMENT.at(reference.substring(1)).isMissingNode());
	}

	@ParameterizedTest
	@MethodSource("types")
	void theExampleKeepsThePayload(String type) {
		assertThat(errors(type, Contracts.example(type))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("types")
	void anEventWithoutItsDataIsRefused(String type) {
		ObjectNode event = Contracts.example(type).deepCopy();
		event.putObject("data");
		assertThat(errors(type, event)).isNotEmpty();
	}

	static Stream<String> types() {
		return Catalogue.read().entries().map(Catalogue.Entry::type);
	}

	private static List<Error> errors(String type, JsonNode event) {
		return SCHEMAS.getSchema(SchemaLocation.of(ID + "#/components/schemas/event." + type)).validate(event);
	}

	/** Everything except content that looks like schema keywords. */
	private static String payloads() {
		return JSON.createObjectNode().set("components", DOCUMENT.path("components")).toString();
	}

	private static Schema specification() {
		return SCHEMAS.getSchema(Contracts.read("/asyncapi/3.0.0.json"));
	}

}
