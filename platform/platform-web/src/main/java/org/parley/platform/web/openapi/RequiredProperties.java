package org.parley.platform.web.openapi;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Declares as required what responses always have, so that generated clients need not
 * expect its absence. A type that requests have, too, keeps what requests must have.
 *
 * @see RecordProperties#WRITTEN
 */
final class RequiredProperties {

	private RequiredProperties() {
	}

	static void addTo(OpenAPI document) {
		var schemas = Optional.ofNullable(document.getComponents().getSchemas()).orElse(Map.of());
		var requested = reached(schemas, requests(document));
		schemas.forEach((name, schema) -> {
			if (schema.getExtensions() != null
					&& schema.getExtensions().remove(RecordProperties.WRITTEN) instanceof Collection<?> written
					&& !requested.contains(name)) {
				written.forEach((property) -> schema.addRequiredItem(String.valueOf(property)));
			}
		});
	}

	private static Stream<Content> requests(OpenAPI document) {
		return Stream.ofNullable(document.getPaths())
			.flatMap((paths) -> paths.values().stream())
			.flatMap((path) -> path.readOperations().stream())
			.map(Operation::getRequestBody)
			.filter(Objects::nonNull)
			.map(RequestBody::getContent);
	}

	private static Set<String> reached(Map<String, ?> schemas, Stream<Content> contents) {
		var reached = new HashSet<String>();
		var next = new ArrayDeque<String>();
		contents.forEach((content) -> next.addAll(references(content)));
		while (!next.isEmpty()) {
			var name = next.poll();
			if (reached.add(name)) {
				next.addAll(references(schemas.get(name)));
			}
		}
		return reached;
	}

	private static List<String> references(@Nullable Object described) {
		return Json31.mapper()
			.valueToTree(described)
			.findValuesAsText("$ref")
			.stream()
			.map((reference) -> Objects.requireNonNull(StringUtils.getFilename(reference)))
			.toList();
	}

}
