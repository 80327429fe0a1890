package org.parley.platform.web.openapi;

import java.util.List;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WholePatternsTests {

	@ParameterizedTest
	@CsvSource({ "open|locked, ^(?:open|locked)$", "[a-z]+, ^[a-z]+$", "[^a]b, ^[^a]b$", "^[0-9]$, ^[0-9]$" })
	void patternOfParameterIsAboutWholeText(String pattern, String expected) {
		var schema = new StringSchema();
		schema.pattern(pattern);
		var document = new OpenAPI().paths(new Paths().addPathItem("/threads", new PathItem()
			.get(new Operation().addParametersItem(new QueryParameter().name("status").schema(schema)))));
		WholePatterns.addTo(document);
		WholePatterns.addTo(document);
		assertThat(schema.getPattern()).isEqualTo(expected);
	}

	@Test
	void patternsWithinSchemasAreAboutWholeTexts() {
		var patterns = List.of(word(), word(), word(), word());
		var schema = new ObjectSchema().addProperty("word", patterns.get(0))
			.addProperty("words", new ArraySchema().items(patterns.get(1)))
			.addProperty("one", new Schema<>().addOneOfItem(patterns.get(2)))
			.addProperty("inner", new ObjectSchema().addProperty("word", patterns.get(3)));
		WholePatterns.addTo(new OpenAPI().components(new Components().addSchemas("Text", schema)));
		assertThat(patterns).allSatisfy((pattern) -> assertThat(pattern.getPattern()).isEqualTo("^[a-z]+$"));
	}

	private static Schema<?> word() {
		return new StringSchema().pattern("[a-z]+");
	}

}
