package org.parley.e2e;

import java.util.List;
import java.util.stream.Stream;

/** Ids that nobody has, paths that are not well written, methods that are not taken. */
final class AddressFaults implements Faults {

	private static final List<String> METHODS = List.of("PUT", "PATCH", "DELETE", "POST");

	@Override
	public Stream<Attempt> of(Endpoint endpoint, World world) {
		var other = METHODS.stream()
			.filter((method) -> Endpoint.all()
				.stream()
				.noneMatch((known) -> known.isBeside(endpoint) && known.method().equals(method)))
			.findFirst()
			.orElseThrow();
		var method = Attempt.of(other + " instead",
				world.people().writingAdmin().request(other, world.path(endpoint), null), endpoint.otherMethod(), "");
		return endpoint.namesSomething() ? Stream.concat(Stream.of(method), ids(endpoint, world)) : Stream.of(method);
	}

	private static Stream<Attempt> ids(Endpoint endpoint, World world) {
		var unknown = endpoint.unknown();
		return Stream.of(id("an unknown id", endpoint, world, "01JZZZZZZZZZZZZZZZZZZZZZZZ", 404, unknown),
				id("an id that is none", endpoint, world, "nothing-here", 404, unknown),
				id("a long id", endpoint, world, "x".repeat(1_000), 404, unknown),
				id("an id with a letter of another script", endpoint, world, "%D0%B0", 404, unknown),
				id("an id with an operator", endpoint, world, "$ne", 404, unknown),
				id("NUL in the path", endpoint, world, "a%00b", 400, "request.malformed"),
				id("a hidden separator", endpoint, world, "a%2Fb", 400, "request.malformed"));
	}

	private static Attempt id(String name, Endpoint endpoint, World world, String id, int status, String code) {
		var body = endpoint.takesBody() ? world.body(endpoint) : null;
		return Attempt.of(name, world.allowed(endpoint).request(endpoint.method(), endpoint.pathOf(id), body), status,
				code);
	}

}
