package org.parley.e2e;

import java.util.stream.Stream;

/** Conditions that do not hold, and keys that are none. */
final class HeaderFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, World world) {
		return Stream.concat(conditions(endpoint, world), keys(endpoint, world));
	}

	private static Stream<Attempt> conditions(Endpoint endpoint, World world) {
		return Stream.of("\"987654.0\"", "nonsense", "W/\"1\"", "\"\"")
			.filter((_) -> endpoint.conditional())
			.map((tag) -> attempt(endpoint, world, "If-Match", tag, 412, "request.precondition-failed", ""));
	}

	private static Stream<Attempt> keys(Endpoint endpoint, World world) {
		return Stream.of("two words", "k".repeat(129))
			.filter((_) -> endpoint.idempotent())
			.map((key) -> attempt(endpoint, world, "Idempotency-Key", key, 400, "request.invalid", "Idempotency-Key"));
	}

	private static Attempt attempt(Endpoint endpoint, World world, String header, String value, int status, String code,
			String field) {
		var body = endpoint.takesBody() ? world.body(endpoint) : null;
		var call = world.owner(endpoint).request(endpoint.method(), world.path(endpoint), body).with(header, value);
		return new Attempt("%s: %.20s".formatted(header, value), call, status, code, field);
	}

}
