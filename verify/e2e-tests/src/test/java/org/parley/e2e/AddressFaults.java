package org.parley.e2e;

import java.util.List;
import java.util.stream.Stream;

import org.parley.platform.test.endpoint.Endpoint;

/** Unknown ids, malformed paths and unsupported methods. */
final class AddressFaults implements Faults {

	private static final List<String> METHODS = List.of("PUT", "PATCH", "DELETE", "POST");

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		var other = METHODS.stream()
			.filter((method) -> Endpoint.all()
				.stream()
				.noneMatch((known) -> known.hasSamePathAs(endpoint) && known.method().equals(method)))
			.findFirst()
			.orElseThrow();
		var method = Attempt.of(other + " instead",
				testData.people().writingAdmin().request(other, testData.path(endpoint), null), endpoint.otherMethod(),
				"");
		return endpoint.hasVariables() ? Stream.concat(Stream.of(method), ids(endpoint, testData)) : Stream.of(method);
	}

	private static Stream<Attempt> ids(Endpoint endpoint, TestData testData) {
		var unknown = endpoint.unknown();
		var each = Stream.of(id("an unknown id", endpoint, testData, "01JZZZZZZZZZZZZZZZZZZZZZZZ", 404, unknown),
				id("a malformed id", endpoint, testData, "nothing-here", 404, unknown));
		var texts = List.of(id("a long id", endpoint, testData, "x".repeat(1_000), 404, unknown),
				id("an id with a letter of another script", endpoint, testData, "%D0%B0", 404, unknown),
				id("an id with an operator", endpoint, testData, "$ne", 404, unknown));
		var paths = List.of(id("NUL in the path", endpoint, testData, "a%00b", 400, "request.malformed"),
				id("a hidden separator", endpoint, testData, "a%2Fb", 400, "request.malformed"));
		return Stream
			.of(each, endpoint.deal(texts, Endpoint::hasVariables), endpoint.deal(paths, Endpoint::hasVariables))
			.flatMap((some) -> some);
	}

	private static Attempt id(String name, Endpoint endpoint, TestData testData, String id, int status, String code) {
		var body = endpoint.takesBody() ? testData.body(endpoint) : null;
		return Attempt.of(name, testData.allowed(endpoint).request(endpoint.method(), endpoint.pathOf(id), body),
				status, code);
	}

}
