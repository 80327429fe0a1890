package org.parley.e2e;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.parley.platform.test.endpoint.Endpoint;
import org.parley.platform.test.endpoint.InputField;

/** Unknown and invalid query parameters. */
final class QueryFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		var declared = Stream.of(Stream.of(Map.entry("surprise", "1")),
				endpoint.query()
					.stream()
					.filter(InputField::declared)
					.flatMap((field) -> of(field, field.invalidInQuery())),
				endpoint.query().stream().flatMap((field) -> of(field, field.unconvertible())));
		var others = endpoint.query()
			.stream()
			.filter((field) -> !field.declared())
			.flatMap((field) -> of(field, field.invalidInQuery()));
		return Stream.concat(endpoint.dealOwn(declared.flatMap((some) -> some).toList()), others)
			.map((fault) -> attempt(endpoint, testData, fault.getKey(), fault.getValue()));
	}

	private static Stream<Map.Entry<String, String>> of(InputField field, List<String> values) {
		return values.stream().map((value) -> Map.entry(field.name(), value));
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
