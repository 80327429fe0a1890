package org.parley.e2e;

import java.util.List;
import java.util.stream.Stream;

/** Unknown and invalid query parameters. */
final class QueryFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		var surprise = Stream.of(attempt(endpoint, testData, "surprise", "1"));
		var known = endpoint.query()
			.stream()
			.flatMap((field) -> Stream.concat(bad(field).stream(), shared(field, endpoint))
				.map((value) -> attempt(endpoint, testData, field.name(), value)));
		return Stream.concat(surprise, known);
	}

	private static List<String> bad(Field field) {
		return switch (field.name()) {
			case "limit" -> List.of("0", "101");
			case "page" -> List.of("0");
			case "cursor" -> List.of("nonsense", "eyJhIjoxfQ");
			default -> ofType(field);
		};
	}

	/** Values that the conversion of this parameter refuses at all endpoints. */
	private static Stream<String> shared(Field field, Endpoint endpoint) {
		var values = switch (field.name()) {
			case "limit" -> List.of("-1", "many", "1.5", "99999999999", "%00");
			case "page" -> List.of("-1", "first", "99999999999");
			case "cursor" -> List.of("%00", "e30", "x".repeat(3_000));
			default -> List.<String>of();
		};
		return values.isEmpty() ? Stream.empty() : endpoint.deal(values,
				(other) -> other.query().stream().anyMatch((known) -> known.name().equals(field.name())));
	}

	private static List<String> ofType(Field field) {
		return switch (field.type()) {
			case "number" -> List.of("many", "1.5", "-1", "99999999999");
			case "choice" -> List.of("sideways", "%00");
			default -> List.of("x".repeat(field.max() + 1));
		};
	}

	private static Attempt attempt(Endpoint endpoint, TestData testData, String name, String value) {
		var path = "%s?%s%s=%s".formatted(testData.path(endpoint), required(endpoint, name), name, value);
		var shown = (value.length() > 20) ? value.substring(0, 20) + "…" : value;
		var body = endpoint.takesBody() ? testData.body(endpoint) : null;
		var person = endpoint.reads() ? testData.owner(endpoint) : testData.allowed(endpoint);
		return Attempt.invalid("?%s=%s".formatted(name, shown), person.request(endpoint.method(), path, body), name);
	}

	private static String required(Endpoint endpoint, String except) {
		return endpoint.query()
			.stream()
			.filter((field) -> field.required() && !field.name().equals(except))
			.map((field) -> field.name() + "=bread&")
			.reduce("", String::concat);
	}

}
