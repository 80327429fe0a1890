package org.parley.e2e;

import java.util.stream.Stream;

/** Conditions that do not hold, keys that are none, answers that cannot be given. */
final class HeaderFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, World world) {
		return Stream.of(conditions(endpoint, world), keys(endpoint, world), answers(endpoint, world))
			.flatMap((some) -> some);
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

	private static Stream<Attempt> answers(Endpoint endpoint, World world) {
		return Stream.of("application/pdf")
			.filter((_) -> endpoint.reads())
			.map((type) -> attempt(endpoint, world, "Accept", type, 406, "request.not-acceptable", ""));
	}

	private static Attempt attempt(Endpoint endpoint, World world, String header, String value, int status, String code,
			String field) {
		var body = endpoint.takesBody() ? world.body(endpoint) : null;
		var call = world.owner(endpoint).call(endpoint.method(), world.path(endpoint), body).with(header, value);
		return new Attempt("%s: %.20s".formatted(header, value), call, status, code, field);
	}

}
