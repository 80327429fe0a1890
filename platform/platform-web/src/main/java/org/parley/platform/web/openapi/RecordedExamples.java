package org.parley.platform.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;

/**
 * Recorded examples of a service's operations. The values are trees of the library that
 * writes the document, since it omits nulls in any other type.
 *
 * @param byOperation parameters, request and answers, by method and path
 */
record RecordedExamples(JsonNode byOperation) {

	private static final String NAME = "recorded";

	/** Loads the examples of this service; empty when none are recorded. */
	static RecordedExamples ofService() throws IOException {
		var resource = new ClassPathResource("openapi/examples.json");
		if (!resource.exists()) {
			return new RecordedExamples(MissingNode.getInstance());
		}
		try (InputStream json = resource.getInputStream()) {
			return new RecordedExamples(Json.mapper().readTree(json));
		}
	}

	void addTo(OpenAPI document) {
		if (document.getPaths() != null) {
			document.getPaths().forEach(this::addTo);
		}
	}

	private void addTo(String path, PathItem item) {
		item.readOperationsMap()
			.forEach((method, operation) -> addTo(operation,
					this.byOperation.path(method.name().toUpperCase(Locale.ROOT) + " " + path)));
	}

	private static void addTo(Operation operation, JsonNode recorded) {
		Stream.ofNullable(operation.getParameters())
			.flatMap(List::stream)
			.filter((parameter) -> recorded.path("parameters").has(parameter.getName()))
			.forEach((parameter) -> show(parameter, recorded.path("parameters").path(parameter.getName())));
		if (operation.getRequestBody() != null) {
			show(operation.getRequestBody().getContent(), NAME, recorded.path("request"));
		}
		operation.getResponses().forEach((status, response) -> {
			show(response.getContent(), NAME, recorded.path("answers").path(status));
			if (status.equals(ApiResponses.DEFAULT)) {
				recorded.path("problems")
					.properties()
					.forEach((problem) -> show(response.getContent(), problem.getKey(), problem.getValue()));
			}
		});
	}

	/** Sets one example or several. */
	private static void show(Parameter parameter, JsonNode value) {
		parameter.setExample(null);
		parameter.addExample(NAME, new Example().value(value));
	}

	private static void show(@Nullable Content content, String name, JsonNode value) {
		if (content != null && !value.isNull() && !value.isMissingNode()) {
			for (MediaType type : content.values()) {
				type.addExamples(name, new Example().value(value));
			}
		}
	}

}
