package org.parley.platform.web.openapi;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;

import org.springframework.util.StringUtils;

/**
 * Names operations by their method and path, such as {@code getThreadsByIdPosts}.
 * Generated clients name their methods after operations. Springdoc would name them after
 * our methods and number equal names, so a new endpoint would rename others.
 */
final class OperationIds {

	private static final String ROOT = "/api/v1/";

	private static final Pattern WORD = Pattern.compile("\\{?[A-Za-z0-9]+");

	private OperationIds() {
	}

	static void addTo(OpenAPI document) {
		if (document.getPaths() != null) {
			document.getPaths()
				.forEach((path, item) -> item.readOperationsMap()
					.forEach((method, operation) -> operation.setOperationId(of(method, path))));
		}
	}

	static String of(PathItem.HttpMethod method, String path) {
		var words = WORD.matcher(path.startsWith(ROOT) ? path.substring(ROOT.length()) : path).results();
		return method.name().toLowerCase(Locale.ROOT)
				+ words.map((word) -> camelCase(word.group())).collect(Collectors.joining());
	}

	private static String camelCase(String word) {
		return word.startsWith("{") ? "By" + StringUtils.capitalize(word.substring(1)) : StringUtils.capitalize(word);
	}

}
