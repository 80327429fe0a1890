package org.parley.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the descriptions of all services have in common. */
class OpenApiDocumentsTests {

	private static final Set<String> WITHOUT_BODY = Set.of("202", "204");

	/**
	 * Generated clients accept what an operation declares. Of any type and that of
	 * problems, they choose the latter.
	 */
	@ParameterizedTest
	@MethodSource("services")
	void successHasItsMediaType(String service) {
		assertThat(operations(service)).allSatisfy((name, operation) -> operation.path("responses")
			.properties()
			.stream()
			.filter((response) -> response.getKey().startsWith("2"))
			.forEach((response) -> {
				var types = response.getValue().path("content");
				assertThat(types.has("*/*")).as("any type of %s", response.getKey()).isFalse();
				assertThat(!types.isEmpty() || WITHOUT_BODY.contains(response.getKey()))
					.as("a type of %s", response.getKey())
					.isTrue();
			}));
	}

	@ParameterizedTest
	@MethodSource("services")
	void operationHasSummary(String service) {
		assertThat(operations(service))
			.allSatisfy((name, operation) -> assertThat(operation.path("summary").asText()).isNotEmpty());
	}

	static List<String> services() {
		return Release.TODAY.services();
	}

	private static Map<String, JsonNode> operations(String service) {
		return Release.TODAY.api(service)
			.path("paths")
			.properties()
			.stream()
			.flatMap((path) -> path.getValue()
				.properties()
				.stream()
				.map((operation) -> Map.entry(operation.getKey() + " " + path.getKey(), operation.getValue())))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
