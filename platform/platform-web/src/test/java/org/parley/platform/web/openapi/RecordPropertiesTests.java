package org.parley.platform.web.openapi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordPropertiesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			title   | {"type":"string"}
			excerpt | {"type":["string","null"]}
			score   | {"type":["integer","null"],"format":"int32"}
			tags    | {"type":["array","null"],"items":{"type":"string"}}
			author  | {"$ref":"#/components/schemas/Person"}
			last    | {"oneOf":[{"$ref":"#/components/schemas/Person"},{"type":"null"}]}
			by      | {"type":["string","null"]}
			""")
	void propertySaysWhetherItMayBeNull(String property, String expected) {
		var converters = new ModelConverters(true);
		converters.addConverter(new RecordProperties());
		JsonNode schemas = Json31.mapper().valueToTree(converters.readAll(Topic.class));
		assertThat(schemas.at("/Topic/properties/" + property).toString()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			word  | must have 2 to 30 letters
			both  | A word; must have 1 to 5 letters
			plain |
			""")
	void propertySaysWhatItsConstraintDemands(String property, @Nullable String expected) {
		var converters = new ModelConverters(true);
		converters.addConverter(new RecordProperties());
		JsonNode schemas = Json31.mapper().valueToTree(converters.readAll(Demanding.class));
		assertThat(schemas.at("/Demanding/properties/" + property + "/description").asText(""))
			.isEqualTo(Objects.requireNonNullElse(expected, ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Topic   | author,by,excerpt,last,score,tags,title
			Omitted | count,given,name
			Quiet   | name
			Framed  | given,depth,name
			Mixed   | depth
			""")
	void propertyThatIsAlwaysWrittenIsRequired(String type, String expected) {
		assertThat(required(type, false)).containsExactlyInAnyOrder(expected.split(","));
	}

	@Test
	void propertiesOfRequestsStayOptional() {
		assertThat(required("Topic", true)).isEmpty();
		assertThat(required("Person", true)).as("part of the request").isEmpty();
		assertThat(required("Quiet", true)).containsExactly("name");
	}

	private static List<String> required(String type, boolean inRequest) {
		var converters = new ModelConverters(true);
		converters.addConverter(new RecordProperties());
		var components = new Components();
		Stream.of(Topic.class, Omitted.class, Quiet.class, Framed.class, Mixed.class)
			.forEach((java) -> converters.readAll(java).forEach(components::addSchemas));
		var topic = new Content().addMediaType("application/json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/Topic")));
		var operation = new Operation();
		if (inRequest) {
			operation.requestBody(new RequestBody().content(topic));
		}
		var document = new OpenAPI().components(components)
			.paths(new Paths().addPathItem("/topics", new PathItem().post(operation)));
		RequiredProperties.addTo(document);
		Schema<?> schema = Objects.requireNonNull(components.getSchemas().get(type));
		assertThat(schema.getExtensions()).isEmpty();
		var required = schema.getRequired();
		return Objects.requireNonNullElse(required, List.of());
	}

	record Topic(String title, @Nullable String excerpt, @Nullable Integer score, @Nullable List<String> tags,
			Person author, @Nullable Person last, @JsonProperty("by") @Nullable String writer) {
	}

	record Demanding(@Letters(min = 2, max = 30) @Nullable String word,
			@io.swagger.v3.oas.annotations.media.Schema(description = "A word") @Letters(max = 5) String both,
			@NotNull String plain) {
	}

	@Constraint(validatedBy = {})
	@Retention(RetentionPolicy.RUNTIME)
	@interface Letters {

		int min() default 1;

		int max();

		String message() default "must have {min} to {max} letters";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	record Person(String name) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Omitted(String name, @JsonProperty("given") String first, @Nullable String last, int count) {
	}

	record Quiet(String name, @Omittable @Nullable String secret,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags) {
	}

	@JacksonAnnotationsInside
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Omittable {

	}

	record Framed(@JsonUnwrapped Given given, @JsonUnwrapped @Nullable Person person, int depth) {
	}

	record Mixed(@JsonUnwrapped Bean bean, int depth) {
	}

	static final class Bean {

		public String getText() {
			return "";
		}

	}

	record Given(String given, @Nullable String name) {
	}

}
