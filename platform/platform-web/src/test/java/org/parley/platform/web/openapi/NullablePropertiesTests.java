package org.parley.platform.web.openapi;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NullablePropertiesTests {

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
		converters.addConverter(new NullableProperties());
		JsonNode schemas = Json31.mapper().valueToTree(converters.readAll(Topic.class));
		assertThat(schemas.at("/Topic/properties/" + property).toString()).isEqualTo(expected);
	}

	record Topic(String title, @Nullable String excerpt, @Nullable Integer score, @Nullable List<String> tags,
			Person author, @Nullable Person last, @JsonProperty("by") @Nullable String writer) {
	}

	record Person(String name) {
	}

}
