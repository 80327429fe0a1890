package org.parley.platform.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Lets patterns be about whole texts. Those of Bean Validation are, while JSON Schema
 * searches a text for its pattern, so {@code open|locked} would permit {@code reopened}.
 *
 * @see <a href=
 * "https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3.3">JSON
 * Schema Validation, 6.3.3</a>
 */
final class WholePatterns {

	private WholePatterns() {
	}

	/** Changes a document, at most once. */
	static void addTo(OpenAPI document) {
		if (document.getComponents() != null) {
			changeAll(document.getComponents().getSchemas());
		}
		Stream.ofNullable(document.getPaths())
			.flatMap((paths) -> paths.values().stream())
			.flatMap((path) -> path.readOperations().stream())
			.map(Operation::getParameters)
			.filter(Objects::nonNull)
			.flatMap(List::stream)
			.forEach((parameter) -> change(parameter.getSchema()));
	}

	private static void change(@Nullable Schema<?> schema) {
		if (schema == null) {
			return;
		}
		var pattern = schema.getPattern();
		if (pattern != null && !pattern.startsWith("^")) {
			schema.setPattern(pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$");
		}
		change(schema.getItems());
		changeAll(schema.getProperties());
		changeAll(schema.getAllOf());
		changeAll(schema.getAnyOf());
		changeAll(schema.getOneOf());
	}

	@SuppressWarnings("rawtypes")
	private static void changeAll(@Nullable Map<String, Schema> schemas) {
		if (schemas != null) {
			changeAll(List.copyOf(schemas.values()));
		}
	}

	/** Swagger lists schemas without their parameter. */
	@SuppressWarnings("rawtypes")
	private static void changeAll(@Nullable List<Schema> schemas) {
		if (schemas != null) {
			for (Schema<?> schema : schemas) {
				change(schema);
			}
		}
	}

}
