package org.parley.e2e;

import java.util.stream.Stream;

import org.parley.platform.test.endpoint.Endpoint;

/** Failing preconditions and malformed idempotency keys. */
final class HeaderFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		return Stream.concat(conditions(endpoint, testData), keys(endpoint, testData));
	}

	private static Stream<Attempt> conditions(Endpoint endpoint, TestData testData) {
		return Stream.of("\"987654.0\"", "nonsense", "W/\"1\"", "\"\"")
			.filter((_) -> endpoint.conditional())
			.map((tag) -> attempt(endpoint, testData, "If-Match", tag, 412, "request.precondition-failed", ""));
	}

	private static Stream<Attempt> keys(Endpoint endpoint, TestData testData) {
		return Stream.of("two words", "k".repeat(129))
			.filter((_) -> endpoint.idempotent())
			.map((key) -> attempt(endpoint, testData, "Idempotency-Key", key, 400, "request.invalid",
					"Idempotency-Key"));
	}

	private static Attempt attempt(Endpoint endpoint, TestData testData, String header, String value, int status,
			String code, String field) {
		var body = endpoint.takesBody() ? testData.body(endpoint) : null;
		var call = testData.owner(endpoint)
			.request(endpoint.method(), testData.path(endpoint), body)
			.with(header, value);
		return new Attempt("%s: %.20s".formatted(header, value), call, status, code, field);
	}

}
