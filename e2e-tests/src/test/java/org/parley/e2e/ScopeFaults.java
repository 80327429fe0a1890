package org.parley.e2e;

import java.util.stream.Stream;

/** A token of the right person that is for everything else. */
final class ScopeFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, World world) {
		return endpoint.asksForScope() ? Stream.of(attempt(endpoint, world)) : Stream.empty();
	}

	private static Attempt attempt(Endpoint endpoint, World world) {
		var others = Scopes.of(endpoint).stream().filter((scope) -> !scope.equals(endpoint.scope())).toList();
		var person = world.people().scoped(endpoint, others);
		var body = endpoint.takesBody() ? world.body(endpoint) : null;
		return Attempt.of("a token for " + String.join(" ", others),
				person.request(endpoint.method(), world.path(endpoint), body), 403, "auth.scope-missing");
	}

}
